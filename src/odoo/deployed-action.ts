import type { CallOptions, Context } from './caller.ts';
import { findExternalIds } from './external-ids.ts';
import { isOdooError, OdooError } from './faults.ts';
import type { Odoo } from './model-api.ts';
import { phrase } from './texts.ts';

/** Runs one of our server actions with what its code finds in the context, and answers what it leaves in `action`. */
export type DeployedAction = (
  odoo: Odoo,
  context: Context,
  options?: Pick<CallOptions, 'signal'>,
) => Promise<unknown>;

/**
 * One of our server actions, by external id; for those that may run twice. Its id is looked up once, and again where
 * that failed or where the action has gone: apply makes it anew.
 * @throws OdooError `odoo_missing` where somebody deleted the action.
 */
export function createDeployedAction(externalId: string): DeployedAction {
  let known: Promise<number> | undefined;

  function getId(odoo: Odoo): Promise<number> {
    known ??= findAction(odoo, externalId).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  return async (odoo, context, { signal } = {}) => {
    const id = await getId(odoo);
    try {
      return await odoo.call('ir.actions.server', 'run', [[id]], { context }, { retry: true, signal });
    } catch (error) {
      if (isOdooError(error, 'odoo_missing')) known = undefined;
      throw error;
    }
  };
}

async function findAction(odoo: Odoo, externalId: string): Promise<number> {
  const [row] = await findExternalIds(odoo, [externalId]);
  if (row) return row.recordId;
  throw new OdooError(phrase('odoo.noAction', { action: externalId }), {
    code: 'odoo_missing',
    help: phrase('odoo.noAction.help'),
  });
}
