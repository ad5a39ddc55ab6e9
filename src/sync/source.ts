import type { Told } from '../lib/phrase.ts';

/** Some of a source's records, oldest change first, and the cursor that is valid once all of them are written. */
export interface SourcePage<T> {
  readonly records: readonly T[];
  /** Records that cannot be read as such; they do not hold the others back. */
  readonly refused: readonly Refusal[];
  readonly cursor: string;
}

/** A record that one side would not take, and why. */
export interface Refusal {
  readonly externalId: string;
  readonly reason: Told;
  /** The record in whose name it was written, where that is another one. */
  readonly on?: string;
  /** What the source said of it, where no record could be made of that. It may hold anything, so it reaches no log. */
  readonly said?: unknown;
  /** The value that a field does not offer, where that is why. */
  readonly unoffered?: { readonly field: string; readonly value: string };
  /** Nothing to be tried again: it is for people to know. */
  readonly isSettled?: boolean;
}
