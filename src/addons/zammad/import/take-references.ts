import { createAsk } from '../../../actions/asked-action.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { takeReferencesAction } from '../../tickets/take-references.ts';

/** Gives the next references of tickets, any number in one call. Those that are not used are lost. */
export function createReferences(odoo: Odoo): (count: number) => Promise<readonly string[]> {
  const ask = createAsk(takeReferencesAction);

  return async (count) => {
    if (count === 0) return [];
    return (await ask(odoo, count)).references;
  };
}
