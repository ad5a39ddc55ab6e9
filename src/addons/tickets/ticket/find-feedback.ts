import { z } from 'zod';
import { findText } from '../../../odoo/found-values.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { Ticket } from '../models.ts';

const Ratings = z.array(z.object({ feedback: z.unknown() }));

/** The comment that came with a ticket's stars. Odoo shows ratings to no customer: it is read as what hangs on the ticket. */
export async function findFeedback(reads: Reads, ticketId: number): Promise<string> {
  const rows = Ratings.parse(
    await reads.call(
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
  return findText(rows[0]?.feedback);
}
