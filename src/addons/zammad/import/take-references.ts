import { z } from 'zod';
import { createDeployedAction } from '../../../odoo/deployed-action.ts';
import type { Odoo } from '../../../odoo/model-api.ts';

const Taken = z.object({ references: z.array(z.string()) });

/** Gives the next references of tickets, any number in one call. Those that are not used are lost. */
export function createReferences(odoo: Odoo): (count: number) => Promise<readonly string[]> {
  const runAction = createDeployedAction('__supportdesk__.action_take_references');

  return async (count) => {
    if (count === 0) return [];
    return Taken.parse(await runAction(odoo, { reference_count: count })).references;
  };
}
