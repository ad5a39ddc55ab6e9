/** Column → cell, as Odoo's import takes them: everything is text, an empty cell empties the field. */
export type Cells = Readonly<Record<string, string>>;

export interface ImportRow {
  readonly externalId: string;
  /** The same columns in every row. */
  readonly cells: Cells;
}

/** Rows with the same columns next to each other, since one call takes those alone. */
export function sortByColumns(rows: readonly ImportRow[]): readonly ImportRow[] {
  const columnsOf = ({ cells }: ImportRow) => Object.keys(cells).join();
  return rows.toSorted((a, b) => (columnsOf(a) < columnsOf(b) ? -1 : 1));
}
