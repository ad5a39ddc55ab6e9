import { z } from 'zod';
import { findExternalIds } from '../../odoo/external-ids.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import type { StandIns } from '../imports/rehearse.ts';

const Taken = z.object({ references: z.array(z.string()) });

/** Gives the next references of tickets, any number in one call. Those that are not used are lost. */
export function createReferences(odoo: Odoo): (count: number) => Promise<readonly string[]> {
  let actionId: Promise<number> | undefined;

  return async (count) => {
    if (count === 0) return [];
    actionId ??= findAction(odoo);
    const context = { reference_count: count };
    const taken = await odoo.call(
      'ir.actions.server',
      'run',
      [[await actionId]],
      { context },
      { retry: true },
    );
    return Taken.parse(taken).references;
  };
}

/** In a dry run no number is used up. */
export const pretendReferences: StandIns = {
  'ir.actions.server.run': (kwargs) => {
    const { context } = Asked.parse(kwargs);
    return { references: Array.from({ length: context.reference_count }, () => '') };
  },
};

const Asked = z.object({ context: z.object({ reference_count: z.number().int() }) });

async function findAction(odoo: Odoo): Promise<number> {
  const [row] = await findExternalIds(odoo, ['__supportdesk__.action_take_references']);
  if (row) return row.recordId;
  throw new Error('Odoo has no server action __supportdesk__.action_take_references; run apply');
}
