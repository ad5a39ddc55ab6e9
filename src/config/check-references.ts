import type { ConfigProblem } from '../schema/index.ts';
import type { JsonSchema } from './create-schema.ts';
import { meant } from './meant.ts';
import { findTree, type Path, type Tree } from './tree.ts';
import { schemasAt } from './walk-schema.ts';

/** What `referenceTo('teams.teams')` names stands there. */
export function checkReferences(tree: Tree, schema: JsonSchema): readonly ConfigProblem[] {
  return check(tree, [], tree, schema);
}

function check(
  node: Tree,
  path: readonly string[],
  root: Tree,
  schema: JsonSchema,
): readonly ConfigProblem[] {
  if (node.kind === 'map') {
    return [...node.entries].flatMap(([key, value]) => check(value, [...path, key], root, schema));
  }
  if (node.kind === 'list') {
    return node.items.flatMap((item, index) => check(item, [...path, String(index)], root, schema));
  }
  const [where] = schemasAt(schema, path).flatMap(({ refersTo }) =>
    typeof refersTo === 'string' ? [refersTo] : [],
  );
  if (where === undefined || typeof node.value !== 'string') return [];
  const known = namesIn(root, where.split('.'));
  if (known.includes(node.value)) return [];
  return [{ path, message: `nothing is named “${node.value}” under ${where}${meant(node.value, known)}` }];
}

/** The names that stand there, without those that are left out. */
function namesIn(root: Tree, path: Path): readonly string[] {
  const found = findTree(root, path);
  if (found?.kind !== 'map') return [];
  return [...found.entries].flatMap(([name, entry]) => (entry.kind === 'map' ? [name] : []));
}
