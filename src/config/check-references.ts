import type { ConfigProblem } from '../schema/index.ts';
import type { JsonSchema } from './create-schema.ts';
import { meant } from './meant.ts';
import { findTree, type Path, type Tree } from './tree.ts';
import { schemasAt } from './walk-schema.ts';

/** What `referenceTo('teams.teams')` names stands there, and what `entriesAbout('teams.teams', …)` is about. */
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
    const where = findTarget(schema, path, 'keysReferTo');
    return [...node.entries].flatMap(([key, value]) => [
      // What was left out there is nothing here either: a preset may say more of what a file does not take from it.
      ...(where === undefined || isNamed(key, where, root)
        ? []
        : checkName(key, where, [...path, key], root)),
      ...check(value, [...path, key], root, schema),
    ]);
  }
  if (node.kind === 'list') {
    return node.items.flatMap((item, index) => check(item, [...path, String(index)], root, schema));
  }
  const where = findTarget(schema, path, 'refersTo');
  if (where === undefined || typeof node.value !== 'string') return [];
  return checkName(node.value, where, path, root);
}

function findTarget(schema: JsonSchema, path: Path, key: 'refersTo' | 'keysReferTo'): string | undefined {
  return schemasAt(schema, path)
    .map((at) => at[key])
    .find((where) => typeof where === 'string');
}

function checkName(
  name: string,
  where: string,
  path: readonly string[],
  root: Tree,
): readonly ConfigProblem[] {
  const known = namesIn(root, where.split('.'));
  if (known.includes(name)) return [];
  return [{ path, message: `nothing is named “${name}” under ${where}${meant(name, known)}` }];
}

function isNamed(name: string, where: string, root: Tree): boolean {
  const found = findTree(root, where.split('.'));
  return found?.kind === 'map' && found.entries.has(name);
}

/** The names that stand there, without those that are left out. */
function namesIn(root: Tree, path: Path): readonly string[] {
  const found = findTree(root, path);
  if (found?.kind !== 'map') return [];
  return [...found.entries].flatMap(([name, entry]) => (entry.kind === 'map' ? [name] : []));
}
