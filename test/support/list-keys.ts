import type { JsonSchema } from '../../src/config/create-schema.ts';

export interface KeyRow {
  /** From the top of the file: `tickets.fields.<name>.label`. */
  readonly path: string;
  readonly meaning: string;
  readonly fallback: string;
}

/** Every key of the organisation's YAML in the order of the schema, with its meaning and its default. */
export function listKeys(root: JsonSchema): readonly KeyRow[] {
  return Object.entries(root.properties ?? {}).flatMap(([key, schema]) => rowsOf(key, schema, root, true));
}

type Schema = JsonSchema | boolean;

function rowsOf(path: string, given: Schema, root: JsonSchema, isOptional: boolean): readonly KeyRow[] {
  const schema = follow(given, root);
  const below = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      rowsOf(`${path}.${key}`, inner, root, !schema.required?.includes(key)),
    ),
    ...alternativesOf(path, schema, root),
    ...entriesOf(path, schema, root),
  ];
  const choices = schema.enum?.map((value) => `\`${String(value)}\``).join(', ');
  const row = {
    path,
    meaning: [schema.description, choices].filter((text) => text !== undefined).join(': '),
    fallback: fallbackOf(schema, isOptional, below.length > 0),
  };
  return [row, ...below];
}

/** One row for the same key of several kinds of thing; a key that not all have says whose it is. */
function alternativesOf(path: string, schema: JsonSchema, root: JsonSchema): readonly KeyRow[] {
  const kinds = (schema.oneOf ?? []).map((kind) => follow(kind, root));
  if (kinds.length === 0) return [];
  const nameOf = (kind: JsonSchema) => `\`${String(constOf(kind.properties?.type))}\``;
  const keys = [...new Set(kinds.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return keys.flatMap((key) => {
    const having = kinds.filter(({ properties = {} }) => Object.hasOwn(properties, key));
    const [first] = having;
    const inner = first?.properties?.[key];
    if (first === undefined || inner === undefined) return [];
    if (key === 'type') {
      const meaning = kinds
        .map((kind) => `${nameOf(kind)} (${(kind.description ?? '').toLowerCase()})`)
        .join(', ');
      return [{ path: `${path}.type`, meaning, fallback: '**required**' }];
    }
    const [row, ...below] = rowsOf(`${path}.${key}`, inner, root, !first.required?.includes(key));
    const whose = having.length === kinds.length ? '' : ` (${having.map(nameOf).join(', ')})`;
    return row === undefined ? below : [{ ...row, meaning: `${row.meaning}${whose}` }, ...below];
  });
}

/** Things by name; a text by itself is no thing. */
function entriesOf(path: string, { additionalProperties }: JsonSchema, root: JsonSchema): readonly KeyRow[] {
  if (typeof additionalProperties !== 'object') return [];
  const [entry = additionalProperties] = additionalProperties.anyOf ?? [];
  const { properties, oneOf } = follow(entry, root);
  if (properties === undefined && oneOf === undefined) return [];
  return rowsOf(`${path}.<name>`, entry, root, true).slice(1);
}

function follow(schema: Schema, root: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return {};
  const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return target === undefined ? schema : { ...follow(target, root), ...schema };
}

const constOf = (schema: Schema | undefined) => (typeof schema === 'object' ? schema.const : undefined);

function fallbackOf(schema: JsonSchema, isOptional: boolean, isParent: boolean): string {
  if (schema.default !== undefined && typeof schema.default !== 'object')
    return `\`${String(schema.default)}\``;
  return isOptional || isParent ? '' : '**required**';
}
