import { z } from 'zod';
import { createAsk, defineAskedAction } from '../../../actions/asked-action.ts';
import { splitExternalId } from '../../../odoo/external-ids.ts';
import { getLoadedId } from '../../../odoo/loaded-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { readCode } from '../../../schema/index.ts';

/**
 * A ticket with its customer as follower, both or neither; what is to be told of it is written in the same transaction. By
 * external id: asked twice it finds the ticket that is there. Of two that ask at once one meets
 * the other's change, is begun anew by Odoo, and finds it, too.
 */
export const openTicketAction = defineAskedAction({
  id: 'action_open_ticket',
  label: 'Support tickets: open one for a customer',
  model: 'x_support.ticket',
  asked: 'supportdesk_ticket',
  code: (asked) => readCode(import.meta.url, 'open-ticket', { asked }),
  answer: z.object({
    ids: z.union([z.array(z.number()), z.literal(false)]),
    messages: z.array(z.object({ type: z.string(), message: z.string(), record: z.number().optional() })),
  }),
});

export interface NewTicket {
  readonly externalId: string;
  /** Column → cell, as Odoo's import takes them. */
  readonly cells: Readonly<Record<string, string>>;
  /** The contact that follows it. */
  readonly customerId: number;
}

/** Opens a ticket in one call, and answers its id. @throws OdooError with what Odoo has against it. */
export function createOpenTicket(): (odoo: Odoo, ticket: NewTicket) => Promise<number> {
  const askAction = createAsk(openTicketAction);

  return async (odoo, { externalId, cells, customerId }) => {
    const ask = () =>
      askAction(odoo, {
        ...splitExternalId(externalId),
        columns: ['id', ...Object.keys(cells)],
        cells: [externalId, ...Object.values(cells)],
        customer: customerId,
      });
    const loaded = await ask();
    // `load` takes a ticket that another send has made meanwhile for a mistake in the row; who looks again finds it.
    return getLoadedId(loaded.ids === false ? await ask() : loaded, {
      what: 'the new ticket',
      help: 'Look at what was added to x_support.ticket by hand: required fields, constraints, automations.',
    });
  };
}
