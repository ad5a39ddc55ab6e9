import type { Env } from '../model.ts';
import type { Stored } from '../values.ts';
import { formatDatetime } from './format-date.ts';

const magic = new Set(['id', 'create_uid', 'create_date', 'write_uid', 'write_date']);

/** Whether only Odoo itself writes the field. */
export const isMagic = (name: string): boolean => magic.has(name);

/** Who makes a row now. */
export function stampsOf(env: Env): [string, Stored][] {
  const now = formatDatetime(env.engine.transactionTime());
  return [
    ['create_uid', env.uid],
    ['create_date', now],
    ['write_uid', env.uid],
    ['write_date', now],
  ];
}
