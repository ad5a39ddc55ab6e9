/** Where something stands: the file as people call it, and its line. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What a YAML file says, each piece with its place; that of an entry of a map is the place of its key. */
export type Tree =
  | { readonly kind: 'map'; readonly place: Place; readonly entries: ReadonlyMap<string, Tree> }
  | { readonly kind: 'list'; readonly place: Place; readonly items: readonly Tree[] }
  | { readonly kind: 'scalar'; readonly place: Place; readonly value: Scalar };

export type Scalar = string | number | boolean | null;

export type Path = readonly PropertyKey[];

export const emptyTree = (file: string): Tree => ({
  kind: 'map',
  place: { file, line: 1 },
  entries: new Map(),
});

/** As plain data. An entry without a value says nothing, as a setting does that is empty. */
export function toValue(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(toValue);
  return Object.fromEntries(
    [...tree.entries].flatMap(([key, value]) => (isEmpty(value) ? [] : [[key, toValue(value)]])),
  );
}

export const isEmpty = (tree: Tree): boolean => tree.kind === 'scalar' && tree.value === null;

export function findTree(tree: Tree, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((found, step) => found && childOf(found, step), tree);
}

/** The place of what stands at that path, or of the nearest that it would stand in. */
export function nearestPlace(tree: Tree, path: Path): Place {
  const found = findTree(tree, path);
  return found || path.length === 0 ? (found ?? tree).place : nearestPlace(tree, path.slice(0, -1));
}

function childOf(tree: Tree, step: PropertyKey): Tree | undefined {
  if (tree.kind === 'map') return tree.entries.get(String(step));
  return tree.kind === 'list' ? tree.items[Number(step)] : undefined;
}
