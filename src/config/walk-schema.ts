import type { JsonSchema } from './create-schema.ts';
import type { Path } from './tree.ts';

/** The schemas that a value at that path may follow: one for each kind of thing that may stand there. */
export function schemasAt(root: JsonSchema, path: Path): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (found, step) => found.flatMap((schema) => expand(root, below(schema, String(step)))),
    expand(root, [root]),
  );
}

/** The keys that may stand in a map at that path. */
export function keysAt(root: JsonSchema, path: Path): readonly string[] {
  return [...new Set(schemasAt(root, path).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

function below({ properties, additionalProperties, items }: JsonSchema, step: string): readonly JsonSchema[] {
  const named = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  return [named ?? additionalProperties ?? (Array.isArray(items) ? undefined : items)].flatMap(asSchema);
}

/** References followed, and alternatives one by one. */
function expand(root: JsonSchema, schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  return schemas.flatMap((schema): readonly JsonSchema[] => {
    const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema;
    const others = [...anyOf, ...oneOf, ...allOf].flatMap(asSchema);
    const target = $ref === undefined ? undefined : root.$defs?.[$ref.replace('#/$defs/', '')];
    return [schema, ...expand(root, [...others, ...[target].flatMap(asSchema)])];
  });
}

const asSchema = (schema: JsonSchema | boolean | undefined): readonly JsonSchema[] =>
  typeof schema === 'object' ? [schema] : [];
