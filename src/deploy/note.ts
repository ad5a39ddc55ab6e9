import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.ts';
import { isEqual } from './is-equal.ts';
import { type Ledger, longId, shortId } from './ledger.ts';
import type { LiveState } from './live-state.ts';
import { holdsDatabaseIds, isUserReference, referencesIn, type Value } from './record.ts';

/**
 * A column in the ledger. A plain one is noted as a hash, a reference as the external ids behind a `=`. While an
 * apply runs, a column that it changes is noted as `before>after`, or as this where anything may be found half-way: a
 * record that is made anew, a reference that Odoo empties when its target goes.
 */
export const ANY = '*';

/** The note of a value that was applied. */
export function noteOf(value: Value): string {
  // Of a dashboard everybody has a copy of their own as soon as they change it.
  if (holdsDatabaseIds(value) || isUserReference(value)) return ANY;
  const references = referencesIn(value);
  return references ? `=${references.map(shortId).sort().join()}` : hash(value);
}

/** The note of a column that an apply is about to change. */
export function noteOfChange(from: unknown, to: Value): string {
  return referencesIn(to) || holdsDatabaseIds(to) || isUserReference(to) ? ANY : `${hash(from)}>${hash(to)}`;
}

/** Whether a column holds what an apply of ours left there, or may have left half-way. */
export function isNoted(note: string, actual: unknown, live: Pick<LiveState, 'ids'>): boolean {
  if (note === ANY) return true;
  if (!note.startsWith('=')) return note.split('>').includes(hash(actual));
  // A target that is gone took its reference along.
  const refs = note
    .slice(1)
    .split(',')
    .map(longId)
    .filter((id) => live.ids.has(id));
  if (Array.isArray(actual) && typeof actual[1] !== 'string') return isEqual(actual, { refs }, live);
  const [ref] = refs;
  if (typeof actual === 'string') return isEqual(actual, { action: ref }, live);
  return isEqual(actual, { ref }, live);
}

/** Every external id that the notes name. */
export function referencesNoted({ columns }: Ledger): readonly string[] {
  const notes = Object.values(columns).flatMap((record) => Object.values(record));
  const ids = notes.filter((note) => note.length > 1 && note.startsWith('='));
  return [...new Set(ids.flatMap((note) => note.slice(1).split(',')))].map(longId);
}

const HASH_LENGTH = 8;

function hash(value: unknown): string {
  const text = JSON.stringify(canonicalText(value)) ?? '';
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}
