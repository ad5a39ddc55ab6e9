import type { Env, Model } from '../model.ts';

/** Archived records stay out unless the context or the domain speaks of them. */
export function hidesArchived(env: Env, model: Model, domain: unknown): boolean {
  const field = activeField(model);
  if (!model.fields.has(field) || env.context.active_test === false) return false;
  return !(Array.isArray(domain) && domain.some((leaf) => Array.isArray(leaf) && leaf[0] === field));
}

export const activeField = (model: Model) => (model.fields.has('active') ? 'active' : 'x_active');
