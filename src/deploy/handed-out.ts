import { wasHandedOut } from './ledger.ts';
import type { LiveState } from './live-state.ts';
import { type DesiredRecord, isReference, isReferences, type Value } from './record.ts';

/**
 * The records as they are wanted in this Odoo: without those that were handed out and deleted since, and without
 * references to them.
 */
export function withoutDeleted(
  desired: readonly DesiredRecord[],
  { ids, ledger }: LiveState,
): readonly DesiredRecord[] {
  const isDeleted = (record: DesiredRecord): boolean =>
    record.handedOut === 'whole' && !ids.has(record.externalId) && wasHandedOut(ledger, record);
  const deleted = new Set(desired.filter(isDeleted).map(({ externalId }) => externalId));
  if (deleted.size === 0) return desired;
  return desired
    .filter(({ externalId }) => !deleted.has(externalId))
    .map((record) => withoutReferences(record, deleted));
}

function withoutReferences(record: DesiredRecord, deleted: ReadonlySet<string>): DesiredRecord {
  const clean = (columns: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(columns).map(([column, value]) => [column, withoutReference(value, deleted)]),
    );
  const { values, late, initial } = record;
  return {
    ...record,
    values: clean(values),
    ...(late === undefined ? {} : { late: clean(late) }),
    ...(initial === undefined ? {} : { initial: clean(initial) }),
  };
}

function withoutReference(value: Value, deleted: ReadonlySet<string>): Value {
  if (isReferences(value)) return { refs: value.refs.filter((ref) => !deleted.has(ref)) };
  return isReference(value) && value.ref !== undefined && deleted.has(value.ref) ? { ref: undefined } : value;
}
