import { z } from 'zod';
import type { Odoo } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';

const Ratings = z.array(z.object({ feedback: z.union([z.string(), z.literal(false)]) }));

/** The comment that came with a ticket's stars. Odoo shows ratings to no customer: the service account reads it. */
export async function findFeedback(service: Odoo, ticketId: number): Promise<string> {
  const rows = Ratings.parse(
    await service.call(
      'rating.rating',
      'search_read',
      [],
      {
        domain: [
          ['res_model', '=', Ticket.name],
          ['res_id', '=', ticketId],
          ['consumed', '=', true],
        ],
        fields: ['feedback'],
        order: 'id desc',
        limit: 1,
      },
      { retry: true },
    ),
  );
  return rows[0]?.feedback || '';
}
