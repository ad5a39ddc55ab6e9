import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';

/** A service account that finds nothing, whoever it reads for, in models without a record; each answer is one of `answers`. */
export function createReadingService(answer: unknown = []): Odoo {
  return createOdoo({
    async call(_model, method, _args, kwargs) {
      if (method === 'search_read') {
        return [{ id: 1, module: 'm', name: 'n', model: 'ir.actions.server', res_id: 1 }];
      }
      if (method !== 'run') return 1;
      const asked = Object.values(kwargs?.context ?? {}).find((value) => value?.reads !== undefined);
      return { answers: Array.from(asked?.reads ?? [], () => answer) };
    },
  });
}
