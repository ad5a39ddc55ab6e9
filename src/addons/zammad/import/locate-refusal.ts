import { z } from 'zod';
import { cutToCodePoints } from '../../../lib/cut-text.ts';
import type { Told } from '../../../lib/phrase.ts';
import type { Refusal } from '../../../sync/source.ts';
import type { ExternalNames } from '../external-names.ts';
import { authorIdOf } from '../map/map-article.ts';
import { mapSubject } from '../map/map-subject.ts';
import { text } from '../schema.ts';
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

/** Code points. */
const LONGEST_DATA = 10_000;

/** Finds what was refused among the tickets that were to be written, or in what the source said of it. */
export function locateRefusal(
  refusal: Refusal,
  tickets: readonly ReadTicket[],
  names: ExternalNames,
): LocatedRefusal {
  const name = refusal.on ?? refusal.externalId;
  for (const read of tickets) {
    const found = locateIn(read, name, names);
    if (!found) continue;
    const { title, data } = found;
    return {
      kind: refusal.on === undefined ? found.kind : kindOf(refusal.externalId, found.kind),
      ticketId: read.ticket.id,
      title: typeof title === 'string' ? numbered(title, read.ticket.number) : title,
      data: render(refusal.said ?? data),
    };
  }
  return locateAlone(refusal);
}

interface Found {
  readonly kind: Kind;
  readonly title: Told;
  readonly data: unknown;
}

function locateIn(
  { ticket, description, messages, tags }: ReadTicket,
  name: string,
  names: ExternalNames,
): Found | undefined {
  const contact = (id: number): Found => {
    return { kind: 'contact', title: phrase('zammad.user', { id, number: ticket.number }), data: { id } };
  };
  if (names.ticket(ticket.id) === name) {
    return { kind: 'ticket', title: mapSubject(ticket.title), data: ticket.attributes };
  }
  for (const article of description ? [description, ...messages] : messages) {
    if (names.article(article.id) === name) {
      return { kind: 'message', title: mapSubject(article.subject || ticket.title), data: article };
    }
    const file = article.files.find(({ id }) => names.file(id) === name);
    if (file) return { kind: 'file', title: file.filename, data: file };
    const author = authorIdOf(article);
    if (author !== undefined && names.user(author) === name) return contact(author);
  }
  const { customer_id, owner_id, group_id, group } = ticket;
  const person = [customer_id, owner_id].find((id) => id !== undefined && names.user(id) === name);
  if (person !== undefined) return contact(person);
  if (group_id !== undefined && names.group(group_id) === name) {
    return { kind: 'ticket', title: group, data: { group_id, group } };
  }
  if (tags.some((tag) => names.tag(tag) === name)) {
    return { kind: 'ticket', title: tags.join(', '), data: { tags } };
  }
  return undefined;
}

const Said = z.object({ number: text, title: text }).catch({ number: '', title: '' });

/** A ticket that could not be read, or something of one. */
function locateAlone({ externalId, on, said }: Refusal): LocatedRefusal {
  const [, digits] = /_ticket_(\d+)$/.exec(on ?? externalId) ?? [];
  const ticketId = digits === undefined ? undefined : Number(digits);
  const { number, title } = Said.parse(said);
  const named = number === '' ? undefined : numbered(mapSubject(title), number);
  return {
    kind: kindOf(externalId, 'ticket'),
    ticketId,
    title: named ?? titleOf(externalId, ticketId),
    data: said === undefined ? '' : render(said),
  };
}

function titleOf(externalId: string, ticketId: number | undefined): Told {
  const [, userId] = /_user_(\d+)$/.exec(externalId) ?? [];
  if (userId !== undefined) return phrase('zammad.person', { id: userId });
  return ticketId ? phrase('zammad.ticket', { id: ticketId }) : externalId;
}

const KINDS: Readonly<Record<string, Kind>> = {
  ticket: 'ticket',
  article: 'message',
  file: 'file',
  user: 'contact',
  organization: 'contact',
};

/** What an external id names: `__zammad__.legacy_article_7`. */
function kindOf(externalId: string, otherwise: Kind): Kind {
  const [, word = ''] = /_([a-z]+)_\d+$/.exec(externalId) ?? [];
  return KINDS[word] ?? otherwise;
}

const numbered = (title: string, number: string) => `${title} (#${number})`;

const render = (data: unknown) => cutToCodePoints(JSON.stringify(data, undefined, 2) ?? '', LONGEST_DATA);
