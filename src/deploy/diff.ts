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
  'ir.model.fields': ['name', 'model_id', 'ttype', 'relation', 'relation_field', 'relation_table'],
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
    ...compareAll(desired, live),
    ...obsolete.map((record): Change => ({ kind: 'delete', live: record })),
  ];
}

/** A replaced record takes along what leans on it, and gets a new database id: who refers to it changes too. */
function compareAll(
  desired: readonly DesiredRecord[],
  live: LiveState,
  known: ReadonlyMap<string, Change> = new Map(),
): readonly Change[] {
  const ids = new Map([...live.ids].filter(([externalId]) => !known.has(externalId)));
  const changes = desired.flatMap(
    (record) => known.get(record.externalId) ?? compare(record, { ...live, ids }, known),
  );
  const replaced = changes.flatMap((change) =>
    change.kind === 'replace' ? [[change.record.externalId, change] as const] : [],
  );
  return replaced.length === known.size ? changes : compareAll(desired, live, new Map(replaced));
}

function compare(
  record: DesiredRecord,
  live: LiveState,
  replaced: ReadonlyMap<string, Change>,
): readonly Change[] {
  const row = live.rows.get(record.externalId);
  const recordId = live.ids.get(record.externalId)?.recordId;
  if (row === undefined || recordId === undefined) return [{ kind: 'create', record }];
  const columns = Object.entries({ ...record.values, ...record.late })
    .filter(([column, value]) => !isEqual(row[column], value, live))
    .map(([column, to]): ColumnChange => ({ column, from: row[column], to }));
  const leansOnReplaced = record.after?.some((externalId) => replaced.has(externalId)) ?? false;
  if (columns.length === 0 && !leansOnReplaced) return [];
  const frozen = FROZEN[record.model] ?? [];
  const isFrozen = leansOnReplaced || columns.some(({ column }) => frozen.includes(column));
  return [{ kind: isFrozen ? 'replace' : 'update', record, recordId, columns }];
}

function isEqual(actual: unknown, value: Value, live: LiveState): boolean {
  const idOf = (externalId: string) => live.ids.get(externalId)?.recordId;
  if (isReference(value)) return firstId(actual) === (value.ref === undefined ? NONE : idOf(value.ref));
  if (isReferences(value)) return sameMembers(actual, value.refs.map(idOf));
  if (isActionReference(value)) {
    if (value.action === undefined) return actual === false;
    const target = live.ids.get(value.action);
    return target !== undefined && actual === `${target.model},${target.recordId}`;
  }
  if (typeof value === 'string' && /^\s*</.test(value))
    return typeof actual === 'string' && canonicalXml(actual) === canonicalXml(String(value));
  return value === '' ? actual === '' || actual === false : actual === value;
}

/** No database id: an empty many2one is not the same as one whose target is still to be made. */
const NONE = 0;

function firstId(many2one: unknown): unknown {
  return Array.isArray(many2one) ? many2one[0] : NONE;
}

function sameMembers(actual: unknown, expected: readonly unknown[]): boolean {
  return (
    Array.isArray(actual) && actual.length === expected.length && expected.every((id) => actual.includes(id))
  );
}
