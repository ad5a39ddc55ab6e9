import { canonicalText } from './canonical-text.ts';
import type { LiveState } from './live-state.ts';
import {
  fillDatabaseIds,
  isActionReference,
  isReference,
  isReferences,
  isUserReference,
  type Value,
} from './record.ts';

/** Whether Odoo holds what is declared; `actual` is a column as Odoo reads it out. */
export function isEqual(actual: unknown, value: Value, live: Pick<LiveState, 'ids'>): boolean {
  const idOf = (externalId: string) => live.ids.get(externalId)?.recordId;
  if (isReference(value)) return firstId(actual) === (value.ref === undefined ? NONE : idOf(value.ref));
  if (isReferences(value)) return sameMembers(actual, value.refs.map(idOf));
  if (isUserReference(value)) return firstId(actual) === value.recordId;
  if (isActionReference(value)) {
    if (value.action === undefined) return actual === false;
    const target = live.ids.get(value.action);
    return target !== undefined && actual === `${target.model},${target.recordId}`;
  }
  if (typeof value === 'string') return canonicalText(actual) === canonicalText(fillDatabaseIds(value, idOf));
  return actual === value;
}

/** No database id: an empty many2one is not the same as one whose target is still to be made. */
const NONE = 0;

/** A many2one comes as `[id, name]`, from a nested read as the id alone. */
function firstId(many2one: unknown): unknown {
  if (Array.isArray(many2one)) return many2one[0];
  return typeof many2one === 'number' ? many2one : NONE;
}

function sameMembers(actual: unknown, expected: readonly unknown[]): boolean {
  return (
    Array.isArray(actual) && actual.length === expected.length && expected.every((id) => actual.includes(id))
  );
}
