import type { ImportRow } from './import-row.ts';

const MAX_ROWS = 500;
/** Odoo refuses requests over 128 MB; far less keeps both sides' memory small. */
const MAX_CHARACTERS = 4_000_000;

/** Rows in batches that one call can carry, in order; a row that is larger alone travels alone. */
export function* chunkRows(
  rows: readonly ImportRow[],
  limits: { readonly rows: number; readonly characters: number } = {
    rows: MAX_ROWS,
    characters: MAX_CHARACTERS,
  },
): Generator<readonly ImportRow[]> {
  let chunk: ImportRow[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const isFull = chunk.length >= limits.rows || characters + size > limits.characters;
    if (chunk.length > 0 && isFull) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(row);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

function sizeOf({ cells }: ImportRow): number {
  return Object.values(cells).reduce((sum, cell) => sum + cell.length, 0);
}
