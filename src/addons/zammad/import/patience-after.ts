const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Milliseconds until what was refused so often is tried again; it would otherwise fill the list of runs. */
export function patienceAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}
