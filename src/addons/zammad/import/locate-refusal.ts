import type { Told } from '../../../lib/phrase.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { authorIdOf } from '../map/map-article.ts';
import { mapSubject } from '../map/map-subject.ts';
import { phrase } from '../texts.ts';
import type { ReadTicket } from './read-page.ts';

type Kind = 'ticket' | 'message' | 'contact' | 'file';

/** Where a refusal belongs: the ticket with which it is tried again, and what the source said. */
export interface LocatedRefusal {
  readonly kind: Kind;
  readonly ticketId: number | undefined;
  /** What people call it. */
  readonly title: Told;
  readonly data: string;
}

const LONGEST_DATA = 10_000;

/** Finds what was refused among the tickets that were to be written. */
export function locateRefusal(
  refusal: Refusal,
  tickets: readonly ReadTicket[],
  names: ExternalNames,
): LocatedRefusal {
  const name = refusal.on ?? refusal.externalId;
  for (const { ticket, description, messages, tags } of tickets) {
    const articles = description ? [description, ...messages] : messages;
    const found = (kind: Kind, title: Told, data: unknown): LocatedRefusal => ({
      kind,
      ticketId: ticket.id,
      title: typeof title === 'string' ? `${title} (#${ticket.number})` : title,
      data: JSON.stringify(data, undefined, 2).slice(0, LONGEST_DATA),
    });
    const contact = (id: number) =>
      found('contact', phrase('zammad.user', { id, number: ticket.number }), { id });
    if (names.ticket(ticket.id) === name) return found('ticket', mapSubject(ticket.title), ticket.attributes);
    for (const article of articles) {
      if (names.article(article.id) === name)
        return found('message', mapSubject(article.subject || ticket.title), article);
      const file = article.files.find(({ id }) => names.file(id) === name);
      if (file) return found('file', file.filename, file);
      const author = authorIdOf(article);
      if (author !== undefined && names.user(author) === name) return contact(author);
    }
    const { customer_id, group_id, group } = ticket;
    if (customer_id !== undefined && names.user(customer_id) === name) {
      return contact(customer_id);
    }
    if (group_id !== undefined && names.group(group_id) === name)
      return found('ticket', group, { group_id, group });
    if (tags.some((tag) => names.tag(tag) === name)) return found('ticket', tags.join(', '), { tags });
  }
  const [, userId] = /_user_(\d+)$/.exec(name) ?? [];
  if (userId !== undefined) {
    return { kind: 'contact', ticketId: undefined, title: phrase('zammad.person', { id: userId }), data: '' };
  }
  const [, ticketId] = /_ticket_(\d+)$/.exec(name) ?? [];
  const title = ticketId === undefined ? refusal.externalId : phrase('zammad.ticket', { id: ticketId });
  return { kind: 'ticket', ticketId: ticketId === undefined ? undefined : Number(ticketId), title, data: '' };
}
