export type Cells = readonly [name: string, meaning: string, fallback: string];

/** Columns are padded, as the formatter wants them. */
export function renderTable(rows: readonly Cells[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = '', ...body] = rows.map((cells) => line(cells, ' '));
  return [head, line(['', '', ''], '-'), ...body].join('\n');
}
