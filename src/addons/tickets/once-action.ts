import { type Ask, type AskedAction, createAsk } from '../../actions/asked-action.ts';
import { isOdooError } from '../../odoo/faults.ts';

/** Where external ids of what customers make begin. */
export const PORTAL_MODULE = '__supportdesk_portal__';

/**
 * Asks an action that finds by external ids what it has done already. Of two that ask at once, in whatever copies
 * of the service, PostgreSQL lets one in, since external ids are unique; what the other did is undone, and it asks once
 * more, to find what the first has done.
 */
export function createAskOnce<Answer>(action: AskedAction<Answer>): Ask<Answer> {
  const ask = createAsk(action);

  return async (odoo, asked, settings) => {
    try {
      return await ask(odoo, asked, settings);
    } catch (error) {
      // Where an action's code collides, Odoo makes a ValueError of it, as of all that is wrong there.
      if (!isOdooError(error, 'odoo_validation', 'odoo_duplicate', 'odoo_value')) throw error;
      return await ask(odoo, asked, settings);
    }
  };
}
