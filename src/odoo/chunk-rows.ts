/** A record as Odoo's import takes it. */
export interface LoadRow {
  readonly externalId: string;
  /** Column → cell: everything is text, an empty cell empties the field. */
  readonly cells: Readonly<Record<string, string>>;
}

const MAX_ROWS = 500;
/** Proxies refuse large requests; this keeps both sides' memory small as well. */
const MAX_CHARACTERS = 4_000_000;

/** Rows in batches that one call can carry, in order; a row that is larger alone travels alone. */
export function* chunkRows<R extends LoadRow>(
  rows: readonly R[],
  limits: { readonly rows: number; readonly characters: number } = {
    rows: MAX_ROWS,
    characters: MAX_CHARACTERS,
  },
): Generator<readonly R[]> {
  let chunk: R[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const [first] = chunk;
    const isFull = chunk.length >= limits.rows || characters + size > limits.characters;
    if (first && (isFull || !hasSameColumns(first, row))) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(row);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

function sizeOf({ cells }: LoadRow): number {
  return Object.values(cells).reduce((sum, cell) => sum + cell.length, 0);
}

/** A call has one list of columns, and a column left out is not the same as an empty cell. */
function hasSameColumns(one: LoadRow, other: LoadRow): boolean {
  const columns = Object.keys(one.cells);
  return (
    columns.length === Object.keys(other.cells).length && columns.every((column) => column in other.cells)
  );
}
