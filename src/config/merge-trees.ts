import { isEmpty, type Tree } from './tree.ts';

/**
 * What a file says, laid over what it builds on: maps are merged key by key, anything else is replaced as a whole, and
 * an empty value changes nothing. What is new stands behind what was there.
 */
export function mergeTrees(below: Tree, above: Tree): Tree {
  if (isEmpty(above)) return below;
  if (below.kind !== 'map' || above.kind !== 'map') return above;
  const entries = new Map(below.entries);
  for (const [key, value] of above.entries) {
    const base = entries.get(key);
    entries.set(key, base === undefined ? value : mergeTrees(base, value));
  }
  return { kind: 'map', place: above.place, entries };
}
