import { createDeployedAction } from '../../odoo/deployed-action.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';

/** Where external ids of what customers make begin. */
export const PORTAL_MODULE = '__supportdesk_portal__';

/**
 * Runs a deployed action that finds by external ids what it has done already. Of two that ask at once, in whatever copies
 * of the service, PostgreSQL lets one in, since external ids are unique; what the other did is undone, and it asks once
 * more, to find what the first has done. `name` is where the code finds what is asked: in the context of its call.
 */
export function createOnceAction(id: string, name: string): (odoo: Odoo, asked: object) => Promise<unknown> {
  const run = createDeployedAction(`__supportdesk__.${id}`);

  return async (odoo, asked) => {
    try {
      return await run(odoo, { [name]: asked });
    } catch (error) {
      // Where an action's code collides, Odoo makes a ValueError of it, as of all that is wrong there.
      if (!isOdooError(error, 'odoo_validation', 'odoo_duplicate', 'odoo_value')) throw error;
      return await run(odoo, { [name]: asked });
    }
  };
}
