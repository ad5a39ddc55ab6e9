import { z } from 'zod';
import { createDeployedAction } from '../../../odoo/deployed-action.ts';
import { splitExternalId } from '../../../odoo/external-ids.ts';
import { getLoadedId } from '../../../odoo/loaded-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { defineServerAction, readCode } from '../../../schema/index.ts';

/** Where the action finds what to open: a name in the context of its call. */
const ASKED = 'supportdesk_ticket';

/**
 * A ticket with its customer as follower, both or neither; what is to be told of it is written in the same transaction. By
 * external id: asked twice it finds the ticket that is there. Of two that ask at once one meets
 * the other's change, is begun anew by Odoo, and finds it, too.
 */
export const openTicketAction = defineServerAction({
  id: 'action_open_ticket',
  label: 'Support tickets: open one for a customer',
  model: 'x_support.ticket',
  groups: ['group_service', 'group_administrator'],
  code: readCode(import.meta.url, 'open-ticket', { asked: ASKED }),
});

export interface NewTicket {
  readonly externalId: string;
  /** Column → cell, as Odoo's import takes them. */
  readonly cells: Readonly<Record<string, string>>;
  /** The contact that follows it. */
  readonly customerId: number;
}

const Loaded = z.object({
  ids: z.union([z.array(z.number()), z.literal(false)]),
  messages: z.array(z.object({ type: z.string(), message: z.string(), record: z.number().optional() })),
});

/** Opens a ticket in one call, and answers its id. @throws OdooError with what Odoo has against it. */
export function createOpenTicket(): (odoo: Odoo, ticket: NewTicket) => Promise<number> {
  const run = createDeployedAction(`__supportdesk__.${openTicketAction.id}`);

  return async (odoo, { externalId, cells, customerId }) => {
    const ask = async () => {
      const asked = {
        ...splitExternalId(externalId),
        columns: ['id', ...Object.keys(cells)],
        cells: [externalId, ...Object.values(cells)],
        customer: customerId,
      };
      return Loaded.parse(await run(odoo, { [ASKED]: asked }));
    };
    const loaded = await ask();
    // `load` takes a ticket that another send has made meanwhile for a mistake in the row; who looks again finds it.
    return getLoadedId(loaded.ids === false ? await ask() : loaded, {
      what: 'the new ticket',
      help: 'Look at what was added to x_support.ticket by hand: required fields, constraints, automations.',
    });
  };
}
