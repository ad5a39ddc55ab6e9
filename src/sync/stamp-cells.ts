import { createHash } from 'node:crypto';
import type { Cells } from './import-row.ts';

/**
 * A short fingerprint for each cell, as one text: what a record said when it was imported last. Against it a later
 * import tells which fields changed on its side, and leaves the others to whoever changed them in Odoo.
 */
export function stampCells(cells: Cells): string {
  return Object.entries(cells)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([column, cell]) => `${column}=${stamp(cell)}`)
    .join(' ');
}

/** The cells that differ from what was imported last; all of them where nothing is known of it. */
export function changedCells(cells: Cells, stamped: string | false): Cells {
  const before = parseStamps(stamped);
  return Object.fromEntries(
    Object.entries(cells).filter(([column, cell]) => before.get(column) !== stamp(cell)),
  );
}

/** Whether a cell says what was imported last, as far as that is known. */
export function isStamped(column: string, cell: string, stamped: string | false): boolean {
  return parseStamps(stamped).get(column) === stamp(cell);
}

function parseStamps(stamped: string | false): ReadonlyMap<string, string> {
  const entries = (stamped || '').split(' ').map((entry): [string, string] => {
    const end = entry.lastIndexOf('=');
    return [entry.slice(0, end), entry.slice(end + 1)];
  });
  return new Map(entries);
}

function stamp(cell: string): string {
  return createHash('sha256').update(cell).digest('base64url').slice(0, 8);
}
