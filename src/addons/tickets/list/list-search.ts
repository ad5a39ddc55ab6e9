import type { PortalKey } from '../../../lib/text-key.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { PUBLIC_MESSAGES } from '../public-messages.ts';
import type { TicketThread } from '../ticket-thread.ts';

type TicketDomain = Domain<typeof TicketThread>;

/** Where to look for words, each a text's key. */
export const SEARCHES = {
  all: 'list.search.all',
  reference: 'ticket.reference',
  name: 'ticket.subject',
  description: 'ticket.description',
  message: 'list.search.messages',
} as const satisfies Readonly<Record<string, PortalKey>>;

export type SearchKey = keyof typeof SEARCHES;

/** More words than this find nothing that these do not. */
const MOST_WORDS = TICKET_LIMITS.searchWords;

/** Tickets with all the words in one place; of messages only what customers may read. */
export function searchDomain(search: string, place: Exclude<SearchKey, 'all'>): TicketDomain {
  const words = search.split(' ').slice(0, MOST_WORDS);
  if (place === 'reference') return words.map((word) => ['x_ticket_ref', 'ilike', escapeLike(word)]);
  if (place === 'name') return words.map((word) => ['x_name', 'ilike', escapeLike(word)]);
  if (place === 'description') return words.map((word) => ['x_description', 'ilike', markupLike(word)]);
  const said = words.map((word) => ['body', 'ilike', markupLike(word)] as const);
  return [['message_ids', 'any', [...said, ...PUBLIC_MESSAGES]]];
}

/** In any of the places. The messages are searched before: see `list-domain.ts`. */
export function searchAllDomain(search: string, idsByMessage: readonly number[]): TicketDomain {
  const places = [
    searchDomain(search, 'reference'),
    searchDomain(search, 'name'),
    searchDomain(search, 'description'),
    [['id', 'in', idsByMessage]] as const,
  ];
  return [...places.slice(1).map(() => '|' as const), ...places.flatMap(allOf)];
}

/** Leaves without operators as one term. */
function allOf(leaves: TicketDomain): TicketDomain {
  return [...leaves.slice(1).map(() => '&' as const), ...leaves];
}

/** What was typed, taken literally: `%` and `_` stand for other texts in SQL. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** Html fields hold these three as markup does, and quotes as they are. */
function markupLike(text: string): string {
  return escapeLike(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}
