import { z } from 'zod';
import { type Cells, renderTable } from './render-table.ts';

/** The settings as a page of documentation, in the order of the schema. */
export function renderSettings(settings: z.ZodObject): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => cellsOf(name, schema));
  return `# Configuration

What is secret, and where things are, comes from the environment: the settings. What an organisation decides about its help
desk stands in a file that everybody may read: [its YAML](#what-the-organisation-decides).

## Settings

Settings come from the environment, or from a file \`.env\` in the folder where the command runs. An empty value
counts as not set. What is missing or wrong is reported all at once, without repeating the values.

${renderTable([['setting', 'meaning', 'default'], ...rows])}
`;
}

function cellsOf(name: string, schema: z.core.$ZodType): Cells {
  const values = findValues(schema);
  const meaning = z.globalRegistry.get(schema)?.description ?? '';
  const choice = values.length === 0 ? '' : ` (${values.map((value) => `\`${value}\``).join(', ')})`;
  return [`\`${name}\``, `${meaning}${choice}`, renderDefault(schema)];
}

function renderDefault(schema: z.core.$ZodType): string {
  const unset = z.safeParse(schema, undefined);
  if (!unset.success) return '**required**';
  return unset.data === undefined ? '' : `\`${String(unset.data)}\``;
}

function findValues(schema: z.core.$ZodType): readonly unknown[] {
  return z.toJSONSchema(schema, { unrepresentable: 'any' }).enum ?? [];
}
