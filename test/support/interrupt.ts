import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';

/** The process died, as far as a test can die. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

export interface Interruption {
  /** How many writes still come through. */
  readonly after: number;
  /** Whether Odoo carries out the write at which the end comes. */
  readonly isCarriedOut: boolean;
}

const READS = ['search', 'search_read', 'web_search_read', 'search_count', 'read', 'has_access'];

/** An Odoo whose caller dies at a write. `wasHit` tells whether there were writes enough. */
export function interrupt(odoo: Odoo, { after, isCarriedOut }: Interruption) {
  let writes = 0;
  const killed = createOdoo({
    async call(model, method, args, kwargs, options) {
      if (READS.includes(method) || ++writes <= after) return odoo.call(model, method, args, kwargs, options);
      if (isCarriedOut && writes === after + 1) await odoo.call(model, method, args, kwargs, options);
      throw new Killed(`at write ${writes}`);
    },
  });
  return { odoo: killed, wasHit: () => writes > after };
}
