import { createHash } from 'node:crypto';
import type { Cells } from './import-row.ts';

/** A short fingerprint of what would be written; the order of the columns does not matter. */
export function hashCells(cells: Cells): string {
  const entries = Object.entries(cells).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 32);
}
