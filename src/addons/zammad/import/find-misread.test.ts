import { expect, test } from 'vitest';
import { english } from '../../../lib/phrase.ts';
import { createExternalNames } from '../external-names.ts';
import { Article, Ticket, User } from '../schema.ts';
import { findMisread } from './find-misread.ts';
import type { ReadTicket } from './read-page.ts';

const names = createExternalNames('zammad');
const at = '2026-01-01T00:00:00Z';
const user = User.parse({ id: 5, firstname: 'Ren\uFFFD', lastname: 'Roe' });

function read(id: number, values: { title?: string; body?: string; customer_id?: number }): ReadTicket {
  const { title = 'Jam', body = 'It jams', customer_id = 6 } = values;
  const row = { id, number: `220${id}`, title, customer_id, state_id: 1 };
  const article = { id: id * 10, ticket_id: id, body, internal: false, created_at: at };
  return {
    ticket: Ticket.parse({ ...row, created_at: at, updated_at: at }),
    description: Article.parse(article),
    messages: [],
    tags: [],
    links: [],
  };
}

const tickets = [
  read(1, { body: '<p>Two caf\uFFFDs, please</p>' }),
  read(2, {}),
  read(3, { title: 'T\uFFFDr' }),
  read(4, { customer_id: 5 }),
];
const misreadBy = (isLossy: boolean) =>
  findMisread(tickets, {
    source: { isLossy: async () => isLossy },
    names,
    readUsers: async () => ({ records: [user], refused: [] }),
    signal: new AbortController().signal,
  });

test('names tickets with bytes that are no text, in their words and in the names of their people', async () => {
  const misread = await misreadBy(true);

  expect(misread).toMatchObject([
    { externalId: '__zammad__.zammad_misread_1', on: '__zammad__.zammad_ticket_1', isSettled: true },
    { on: '__zammad__.zammad_ticket_3', said: ['T\uFFFDr'] },
    { on: '__zammad__.zammad_ticket_4', said: ['Ren\uFFFD'] },
  ]);
  expect(misread[0] && english(misread[0].reason)).toContain('“Two caf\uFFFDs, please”');
});

test('takes the sign for what somebody wrote where the source knows its encoding', async () => {
  expect(await misreadBy(false)).toEqual([]);
});
