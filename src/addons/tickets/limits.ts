import { count, type Limit } from '../../portal/limit.ts';

/** What a ticket’s pages, forms and links may hold, in characters where nothing else is said. */
export const TICKET_LIMITS = {
  subject: 200,
  text: 20_000,
  /** The same with the editor’s markup. */
  markup: 100_000,
  feedback: 2_000,
  search: 200,
  searchWords: 6,
  /** Tickets found by words in their messages. */
  foundByMessage: 2_000,
  /** Of a conversation, on one page … */
  messages: 200,
  /** … and characters of them: a browser, and whoever else waits, must cope. */
  conversation: 300_000,
  /** Of one text of it: a mail may be longer than all that people write. */
  oneText: 120_000,
  people: 20,
  /** Contacts whom nobody knew, made for people in copy, a company and day. */
  newPeople: 20,
  linkDays: 30,
} as const;

const kept = 'the form comes back with what was typed';

export const ticketLimits = (pageSizes: readonly string[]): readonly Limit[] => [
  {
    what: 'a page of the list',
    limit: `${pageSizes.join(', ')} tickets, as the customer chooses`,
    beyond: 'further pages; the CSV file has them all',
  },
  {
    what: 'a search',
    limit: `${TICKET_LIMITS.search} characters, ${TICKET_LIMITS.searchWords} words; of tickets found by their messages the latest ${count(TICKET_LIMITS.foundByMessage)}`,
    beyond: 'the rest is left out',
  },
  {
    what: 'a ticket’s page',
    limit: `${TICKET_LIMITS.messages} messages or ${count(TICKET_LIMITS.conversation)} characters of them`,
    beyond: 'the earlier ones are behind a link',
  },
  {
    what: 'one message on it',
    limit: `${count(TICKET_LIMITS.oneText)} characters, markup among them`,
    beyond: 'its beginning, and all of its words as a file behind a link',
  },
  {
    what: 'a ticket’s text',
    limit: `${TICKET_LIMITS.subject} characters of subject, ${count(TICKET_LIMITS.text)} of a description or reply (${count(TICKET_LIMITS.markup)} with markup), ${count(TICKET_LIMITS.feedback)} with a rating`,
    beyond: kept,
  },
  {
    what: 'people in copy',
    limit: `${TICKET_LIMITS.people} a ticket; ${TICKET_LIMITS.newPeople} whom the help desk did not know, a company and day`,
    beyond: kept,
  },
  {
    what: 'a link',
    limit: `opens one ticket for ${TICKET_LIMITS.linkDays} days, read-only unless the desk lets its reader answer`,
    beyond: 'a page says that it has expired',
  },
];
