import type { Env, Hooks } from '../model.ts';

const clear = (env: Env) => env.engine.clearCaches();

/** Odoo forgets what access lines allow once such a record has changed. */
export const clearsCachesAfter: Hooks = { afterCreate: clear, afterWrite: clear, afterUnlink: clear };

/**
 * Access lines clear the caches first and are checked and written after that. The check of "create" fills the
 * cache again, so a new line is not in force for "create" until something else clears it.
 */
export const clearsCachesBefore: Hooks = { before: clear };
