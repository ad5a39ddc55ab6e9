import type { Context } from '../../odoo/caller.ts';
import { findExternalIds } from '../../odoo/external-ids.ts';
import { OdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';

/**
 * Runs one of our server actions; what its code leaves in `action` is the answer. For actions that may run twice.
 * @throws OdooError `odoo_missing` where somebody deleted the action.
 */
export function createDeployedAction(odoo: Odoo, name: string): (context: Context) => Promise<unknown> {
  let id: Promise<number> | undefined;

  return async (context) => {
    id ??= findAction(odoo, `__supportdesk__.${name}`);
    return odoo.call('ir.actions.server', 'run', [[await id]], { context }, { retry: true });
  };
}

async function findAction(odoo: Odoo, externalId: string): Promise<number> {
  const [row] = await findExternalIds(odoo, [externalId]);
  if (row) return row.recordId;
  throw new OdooError(`Odoo has no server action ${externalId}`, {
    code: 'odoo_missing',
    help: 'Run apply: it makes the action again.',
  });
}
