/** Column → cell, as Odoo's import takes them: everything is text, an empty cell empties the field. */
export type Cells = Readonly<Record<string, string>>;

export interface ImportRow {
  readonly externalId: string;
  /** The same columns in every row. */
  readonly cells: Cells;
}
