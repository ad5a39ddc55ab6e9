import type { Odoo } from '../odoo/model-api.ts';
import { readCode } from '../schema/index.ts';
import type { ColumnChange } from './differing-columns.ts';
import type { LiveRecord } from './live-state.ts';
import type { DesiredRecord } from './record.ts';
import { ownAction, runOnce } from './run-once.ts';

const ACTION = ownAction(
  'become_computed',
  'computed fields',
  'Support desk: compute what was typed',
  readCode(import.meta.url, 'become-computed'),
);

/** A stored field that people filled until now, and that Odoo fills from now on. */
export const becomesComputed = (record: DesiredRecord, columns: readonly ColumnChange[]): boolean =>
  record.model === 'ir.model.fields' &&
  record.values.store === true &&
  columns.some(({ column, from, to }) => column === 'compute' && !from && Boolean(to));

/** Changes the field and computes it for every record there is, both or neither. */
export const becomeComputed = (
  odoo: Odoo,
  recordId: number,
  values: Readonly<Record<string, unknown>>,
  ids: Map<string, LiveRecord>,
): Promise<void> => runOnce(odoo, ACTION, ids, { supportdesk_field: recordId, supportdesk_values: values });
