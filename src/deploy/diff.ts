import { canonicalXml } from './canonical-xml.ts';
import type { LiveRecord, LiveState } from './inspect.ts';
import { type DesiredRecord, isActionReference, isReference, isReferences, type Value } from './record.ts';

export interface ColumnChange {
  readonly column: string;
  readonly from: unknown;
  readonly to: Value;
}

interface RecordChange {
  readonly record: DesiredRecord;
  readonly recordId: number;
  readonly columns: readonly ColumnChange[];
}

export type Change =
  | { readonly kind: 'create'; readonly record: DesiredRecord }
  | ({ readonly kind: 'update' } & RecordChange)
  | ({ readonly kind: 'replace' } & RecordChange)
  | { readonly kind: 'delete'; readonly live: LiveRecord };

/** Columns that Odoo never changes on an existing record: to change them is to make it anew. */
const FROZEN: Readonly<Record<string, readonly string[]>> = {
  'ir.model': ['model'],
  'ir.model.fields': ['name', 'model_id', 'ttype', 'relation', 'relation_field'],
  'ir.model.fields.selection': ['field_id', 'value'],
  'ir.default': ['field_id'],
};

/** What must change in Odoo for it to hold what is desired. Pure, and blind to kinds: records only. */
export function diff(desired: readonly DesiredRecord[], live: LiveState): readonly Change[] {
  const wanted = new Set(desired.map(({ externalId }) => externalId));
  const obsolete = [...live.ids.values()].filter(
    ({ externalId }) => live.rows.has(externalId) && !wanted.has(externalId),
  );
  return [
    ...desired.flatMap((record) => compare(record, live)),
    ...obsolete.map((record): Change => ({ kind: 'delete', live: record })),
  ];
}

function compare(record: DesiredRecord, live: LiveState): readonly Change[] {
  const row = live.rows.get(record.externalId);
  const recordId = live.ids.get(record.externalId)?.recordId;
  if (row === undefined || recordId === undefined) return [{ kind: 'create', record }];
  const columns = Object.entries({ ...record.values, ...record.late })
    .filter(([column, value]) => !isEqual(column, row[column], value, live))
    .map(([column, to]): ColumnChange => ({ column, from: row[column], to }));
  if (columns.length === 0) return [];
  const frozen = FROZEN[record.model] ?? [];
  const isFrozen = columns.some(({ column }) => frozen.includes(column));
  return [{ kind: isFrozen ? 'replace' : 'update', record, recordId, columns }];
}

function isEqual(column: string, actual: unknown, value: Value, live: LiveState): boolean {
  const idOf = (externalId: string) => live.ids.get(externalId)?.recordId;
  if (isReference(value)) return firstId(actual) === (value.ref === undefined ? undefined : idOf(value.ref));
  if (isReferences(value)) return sameMembers(actual, value.refs.map(idOf));
  if (isActionReference(value)) {
    const target = value.action === undefined ? undefined : live.ids.get(value.action);
    return actual === (target === undefined ? false : `${target.model},${target.recordId}`);
  }
  if (column === 'arch')
    return typeof actual === 'string' && canonicalXml(actual) === canonicalXml(String(value));
  return value === '' ? actual === '' || actual === false : actual === value;
}

function firstId(many2one: unknown): unknown {
  return Array.isArray(many2one) ? many2one[0] : undefined;
}

function sameMembers(actual: unknown, expected: readonly unknown[]): boolean {
  return (
    Array.isArray(actual) && actual.length === expected.length && expected.every((id) => actual.includes(id))
  );
}
