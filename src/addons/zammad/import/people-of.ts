import { authorIdOf } from '../map/map-article.ts';
import type { ReadTicket } from './read-page.ts';

/** Whoever becomes a contact for a ticket's sake. */
export function customersAndAuthorsOf({ ticket, description, messages }: ReadTicket): readonly number[] {
  const authors = [...messages, ...(description ? [description] : [])].map(authorIdOf);
  return [ticket.customer_id, ...authors].filter((id) => id !== undefined);
}

/** Everybody that a ticket names. */
export function peopleOf(read: ReadTicket): readonly number[] {
  return [
    ...customersAndAuthorsOf(read),
    ...(read.ticket.owner_id === undefined ? [] : [read.ticket.owner_id]),
  ];
}
