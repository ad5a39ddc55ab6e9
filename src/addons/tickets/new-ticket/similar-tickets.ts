import { cutText } from '../../../lib/cut-text.ts';
import type { Domain, DomainLeaf } from '../../../odoo/domain.ts';
import { findText } from '../../../odoo/found-values.ts';
import { joinReads } from '../../../odoo/join-reads.ts';
import { page, type Reply } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { Ticket } from '../models.ts';
import type { TicketServices } from '../ticket-services.ts';
import { mapTicketRow, ROW } from '../ticket-view.ts';

const MOST_WORDS = 5;
const MOST_TICKETS = 5;

/** Tickets of the customer's company whose subjects share words with one that is being typed: one call. */
export async function similarTickets(
  { reader, service, user, query }: CustomerRequest,
  { labels, slots }: Pick<TicketServices, 'labels' | 'slots'>,
): Promise<Reply> {
  const words = wordsOf(query.subject ?? '');
  if (words.length === 0) return page('tickets/similar', { tickets: [] });
  const { records } = await reader.model(Ticket).webSearchRead(anyOf(words), {
    specification: joinReads(ROW, slots.statusReads),
    order: 'id desc',
    limit: 40,
  });
  const alike = records
    .map((ticket) => ({
      ticket,
      score: words.filter((word) => has(findText(ticket.x_name), word)).length,
    }))
    .sort((one, other) => other.score - one.score)
    .filter(({ score }) => score * 2 >= Math.min(words.length, 3))
    .slice(0, MOST_TICKETS);
  const tickets = alike.map(({ ticket }) => ticket);
  const labelOf = await labels.find({ service, lang: user.lang }, tickets);
  return page('tickets/similar', { tickets: tickets.map((ticket) => mapTicketRow(ticket, labelOf)) });
}

/** Those that say something; short ones are mostly articles and prepositions. Thai has no spaces, so it stays whole. */
function wordsOf(subject: string): readonly string[] {
  const words =
    cutText(subject, 200)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function anyOf(words: readonly string[]): Domain<typeof Ticket> {
  const leaves = words.map((word): DomainLeaf<typeof Ticket> => ['x_name', 'ilike', word]);
  return [...leaves.slice(1).map(() => '|' as const), ...leaves];
}

const has = (subject: string, word: string): boolean => subject.toLowerCase().includes(word);
