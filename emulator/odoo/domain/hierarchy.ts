import { tableOf } from '../env.ts';
import type { Env, Model } from '../model.ts';

/** The records below the given ones in a model's tree, themselves included. */
export function findDescendants(env: Env, model: Model, roots: readonly number[]): Set<number> {
  const table = tableOf(env, model.name);
  const found = new Set<number>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    if (model.fields.has('parent_id'))
      waiting.push(...table.where({ parent_id: id }).map((child) => child.id));
  }
  return found;
}

/** The records above the given ones, themselves included. */
export function findAncestors(env: Env, model: Model, leaves: readonly number[]): Set<number> {
  const table = tableOf(env, model.name);
  const found = new Set<number>();
  for (const leaf of leaves) {
    for (let id: unknown = leaf; typeof id === 'number' && !found.has(id); ) {
      found.add(id);
      id = table.get(id)?.get('parent_id');
    }
  }
  return found;
}
