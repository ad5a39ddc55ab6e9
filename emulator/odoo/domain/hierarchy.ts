import { findRow, reach, tableOf } from '../env.ts';
import type { Env, Model } from '../model.ts';

/** The records below the given ones in a model's tree, themselves included. */
export function findDescendants(env: Env, model: Model, roots: readonly number[]): Set<number> {
  const childrenOf = (id: number) => tableOf(env, model.name).where({ parent_id: id });
  const isTree = model.fields.has('parent_id');
  return reach(roots, (id) => (isTree ? childrenOf(id).map((child) => child.id) : []));
}

/** The records above the given ones, themselves included. */
export function findAncestors(env: Env, model: Model, leaves: readonly number[]): Set<number> {
  return reach(leaves, (id) => {
    const parent = findRow(env, model.name, id)?.get('parent_id');
    return typeof parent === 'number' ? [parent] : [];
  });
}
