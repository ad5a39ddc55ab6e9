import type { ColumnChange } from './differing-columns.ts';
import { findNotes } from './ledger.ts';
import type { LiveState } from './live-state.ts';
import { isNoted } from './note.ts';
import { type DesiredRecord, referencesIn } from './record.ts';

/** Whether a column that differs was changed by people in Odoo, and therefore stays. */
export type IsKept = (record: DesiredRecord, column: ColumnChange) => boolean;

/**
 * A column is kept where we know what the last apply wrote and Odoo holds something else. Where a target is missing
 * Odoo emptied the reference itself, so that is nobody's choice.
 */
export function createIsKept(live: LiveState): IsKept {
  const { ledger } = live;
  return (record, { column, from, to }) => {
    if (ledger === undefined || record.stage === 'seal') return false;
    const note = findNotes(ledger, record)[column];
    if (note === undefined) return false;
    return (referencesIn(to) ?? []).every((id) => live.ids.has(id)) && !isNoted(note, from, live);
  };
}
