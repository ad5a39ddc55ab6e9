import { z } from 'zod';

/** The settings as a page of documentation, in the order of the schema. */
export function renderSettings(settings: z.ZodObject): string {
  const rows = Object.entries(settings.shape).map(([name, schema]) => renderRow(name, schema));
  return `# Settings

Settings come from the environment, or from a file \`.env\` in the folder where the command runs. An empty value
counts as not set. What is missing or wrong is reported all at once, without repeating the values.

| setting | meaning | default |
|---|---|---|
${rows.join('\n')}

This page is rendered from \`src/config.ts\` by \`npm run docs\`.
`;
}

function renderRow(name: string, schema: z.core.$ZodType): string {
  const values = findValues(schema);
  const meaning = z.globalRegistry.get(schema)?.description ?? '';
  const choice = values.length === 0 ? '' : ` (${values.map((value) => `\`${value}\``).join(', ')})`;
  return `| \`${name}\` | ${meaning}${choice} | ${renderDefault(schema)} |`;
}

function renderDefault(schema: z.core.$ZodType): string {
  const unset = z.safeParse(schema, undefined);
  if (!unset.success) return '**required**';
  return unset.data === undefined ? '' : `\`${String(unset.data)}\``;
}

function findValues(schema: z.core.$ZodType): readonly unknown[] {
  return z.toJSONSchema(schema, { unrepresentable: 'any' }).enum ?? [];
}
