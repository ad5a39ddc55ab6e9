import { z } from 'zod';

/** The settings as a page of documentation, in the order of the schema. */
export function renderSettings(settings: z.ZodObject): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => cellsOf(name, schema));
  return `# Settings

Settings come from the environment, or from a file \`.env\` in the folder where the command runs. An empty value
counts as not set. What is missing or wrong is reported all at once, without repeating the values.

${renderTable([['setting', 'meaning', 'default'], ...rows])}

This page is rendered from \`src/config.ts\` and the addons’ own settings by \`npm run docs\`.
`;
}

type Cells = readonly [name: string, meaning: string, fallback: string];

function cellsOf(name: string, schema: z.core.$ZodType): Cells {
  const values = findValues(schema);
  const meaning = z.globalRegistry.get(schema)?.description ?? '';
  const choice = values.length === 0 ? '' : ` (${values.map((value) => `\`${value}\``).join(', ')})`;
  return [`\`${name}\``, `${meaning}${choice}`, renderDefault(schema)];
}

/** Columns are padded, as the formatter wants them. */
function renderTable(rows: readonly Cells[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = '', ...body] = rows.map((cells) => line(cells, ' '));
  return [head, line(['', '', ''], '-'), ...body].join('\n');
}

function renderDefault(schema: z.core.$ZodType): string {
  const unset = z.safeParse(schema, undefined);
  if (!unset.success) return '**required**';
  return unset.data === undefined ? '' : `\`${String(unset.data)}\``;
}

function findValues(schema: z.core.$ZodType): readonly unknown[] {
  return z.toJSONSchema(schema, { unrepresentable: 'any' }).enum ?? [];
}
