import { OdooError } from '../odoo/faults.ts';
import type { LiveRecord } from './live-state.ts';
import {
  fillDatabaseIds,
  isActionReference,
  isReference,
  isReferences,
  isUserReference,
  type UserReference,
  type Value,
} from './record.ts';

type Ids = ReadonlyMap<string, LiveRecord>;

/** A column and its value as `load` takes them. */
export function toCell(name: string, value: Value, ids: Ids): readonly [string, string] {
  const externalId = (ref: string) => ids.get(ref)?.externalId ?? ref;
  if (isReference(value)) return [`${name}/id`, value.ref === undefined ? '' : externalId(value.ref)];
  if (isReferences(value)) return [`${name}/id`, value.refs.map(externalId).join(',')];
  if (isUserReference(value)) return [`${name}/.id`, String(getUser(value))];
  if (isActionReference(value)) return [name, actionText(value.action, ids)];
  if (typeof value === 'boolean') return [name, value ? '1' : '0'];
  return [name, fill(String(value), ids)];
}

/** A value as `write` takes it. */
export function toWireValue(value: Value, ids: Ids): unknown {
  if (isReference(value)) return value.ref === undefined ? false : getId(ids, value.ref);
  if (isReferences(value)) return [[6, 0, value.refs.map((ref) => getId(ids, ref))]];
  if (isUserReference(value)) return getUser(value);
  if (isActionReference(value)) return actionText(value.action, ids) || false;
  if (typeof value === 'string') return fill(value, ids) || false;
  return value;
}

/** @throws OdooError where nothing has the external id. */
export function getId(ids: Ids, externalId: string): number {
  const record = ids.get(externalId);
  if (record) return record.recordId;
  throw new OdooError(`nothing in Odoo has the external id ${externalId}`, {
    code: 'odoo_missing',
    help: 'Someone changed Odoo while the plan was being carried out. Run plan again.',
  });
}

function getUser({ user, recordId }: UserReference): number {
  if (recordId !== undefined) return recordId;
  throw new Error(`nobody looked for the user ${user}`);
}

const fill = (text: string, ids: Ids) => fillDatabaseIds(text, (externalId) => getId(ids, externalId));

function actionText(action: string | undefined, ids: Ids): string {
  if (action === undefined) return '';
  return `${ids.get(action)?.model},${getId(ids, action)}`;
}
