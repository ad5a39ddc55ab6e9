import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { textKey } from '../../../lib/text-key.ts';
import { notFound } from '../../../portal/errors.ts';
import { parseForm } from '../../../portal/form.ts';
import { type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { readCode } from '../../../schema/index.ts';
import { isDone } from '../life.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { createAskOnce, PORTAL_MODULE } from '../once-action.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import { findTicket, findTicketId } from './find-ticket.ts';
import { ticketPage } from './ticket-page.ts';

/** As Odoo's own `rating.rating`, one a ticket; the ticket holds the stars, too, to be listed and grouped by. */
export const rateTicketAction = defineAskedAction({
  id: 'action_rate_ticket',
  label: 'Support tickets: note a customer’s rating',
  model: 'x_support.ticket',
  asked: 'supportdesk_rating',
  code: (asked) => readCode(import.meta.url, 'rate-ticket', { asked, module: PORTAL_MODULE }),
  answer: z.unknown(),
});

export const RatingForm = z.object({
  rating: z.enum(['1', '2', '3', '4', '5'], { error: textKey('ticket.error.rating') }),
  feedback: z
    .string()
    .trim()
    .max(TICKET_LIMITS.feedback, textKey('ticket.error.feedbackTooLong'))
    .default(''),
});

/** POST of a customer's rating of a ticket that is done; rated again, it is changed. */
export function createRatingHandler(services: TicketServices) {
  const storeRating = createAskOnce(rateTicketAction);

  return async (request: CustomerRequest): Promise<Reply> => {
    const form = parseForm(RatingForm, request.fields);
    if (request.restored) return ticketPage(request, services);
    if (!form.ok) return ticketPage(request, services, form.errors);

    const id = findTicketId(request.params.id);
    const ticket = id === undefined ? undefined : await findTicket(request.reader, id);
    if (!ticket || !isDone(ticket.x_state)) throw notFound();
    await storeRating(request.service, {
      ticket: ticket.id,
      customer: request.user.partnerId,
      ...form.values,
    });
    return redirect(`${ticketPath(ticket.id)}?notice=rated#rate`);
  };
}
