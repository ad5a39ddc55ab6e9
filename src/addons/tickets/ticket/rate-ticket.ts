import { z } from 'zod';
import { textKey } from '../../../lib/text-key.ts';
import { User } from '../../../odoo/builtin-models.ts';
import { getLoadedId } from '../../../odoo/loaded-ids.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import type { ModelShape } from '../../../odoo/model-shape.ts';
import { nested } from '../../../odoo/specification.ts';
import { notFound } from '../../../portal/errors.ts';
import { parseForm } from '../../../portal/form.ts';
import { type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { isDone } from '../life.ts';
import { Ticket } from '../models.ts';
import type { TicketServices } from '../ticket-services.ts';
import { ticketPath } from '../ticket-view.ts';
import { findTicket, findTicketId } from './find-ticket.ts';
import { ticketPage } from './ticket-page.ts';

const Rating = { name: 'rating.rating', fields: {} } as const satisfies ModelShape;

const RatingForm = z.object({
  rating: z.enum(['1', '2', '3', '4', '5'], { error: textKey('ticket.error.rating') }),
  feedback: z.string().trim().max(2_000, textKey('ticket.error.feedbackTooLong')).default(''),
});
type RatingForm = z.infer<typeof RatingForm>;

/** POST of a customer's rating of a ticket that is done; rated again, it is changed. */
export async function rateTicket(request: CustomerRequest, services: TicketServices): Promise<Reply> {
  const form = parseForm(RatingForm, request.fields);
  if (request.restored) return ticketPage(request, services);
  if (!form.ok) return ticketPage(request, services, form.errors);

  const id = findTicketId(request.params.id);
  const ticket = id === undefined ? undefined : await findTicket(request.reader, id);
  if (!ticket || !isDone(ticket.x_state)) throw notFound();
  await storeRating(request.service, ticket.id, request.user.partnerId, form.values);
  return redirect(`${ticketPath(ticket.id)}?notice=rated#rate`);
}

/** As Odoo's own `rating.rating`, one a ticket; the ticket holds the stars, too, to be listed and grouped by. */
async function storeRating(
  service: Odoo,
  ticketId: number,
  partnerId: number,
  { rating, feedback }: RatingForm,
): Promise<void> {
  const [ticket] = await service.model(Ticket).webRead([ticketId], {
    x_user_id: nested(User, { partner_id: {} }),
  });
  const technician = ticket?.x_user_id ? ticket.x_user_id.partner_id : false;
  const loaded = await service
    .model(Rating)
    .load(
      [
        'id',
        'res_model_id/id',
        'res_id',
        'partner_id/.id',
        'rated_partner_id/.id',
        'rating',
        'feedback',
        'consumed',
      ],
      [
        [
          `__supportdesk_portal__.rating_${ticketId}`,
          '__supportdesk__.model__x_support_ticket',
          String(ticketId),
          String(partnerId),
          technician ? String(technician) : '',
          rating,
          feedback,
          '1',
        ],
      ],
    );
  getLoadedId(loaded, {
    what: 'the rating',
    help: 'Look at what was added to rating.rating by hand: required fields, constraints, automations.',
  });
  await service.model(Ticket).write([ticketId], { x_rating: rating });
}
