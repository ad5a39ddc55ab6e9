import { expect, test } from 'vitest';
import { z } from 'zod';
import { ZammadError } from '../errors.ts';
import { createExternalNames } from '../external-names.ts';
import { Ticket } from '../schema.ts';
import { readSqlContents } from './sql-contents.ts';
import type { SqlDatabase } from './sql-database.ts';

const names = createExternalNames('zammad');
const { signal } = new AbortController();
const moment = '2026-03-01T12:00:00.000Z';
const broken = new ZammadError('missing chunk of a value', { code: 'zammad_server_error', help: '' });

const tickets = Array.from({ length: 120 }, (_, index) =>
  Ticket.parse({
    id: index + 1,
    number: `100${index + 1}`,
    state_id: 2,
    created_at: moment,
    updated_at: moment,
  }),
);

test('refuses the one ticket whose rows cannot be read, and an article that makes no sense, and reads the rest', async () => {
  const { records, refused } = await read({ spoilt: 77 });

  expect(records.map(({ ticketId }) => ticketId)).toEqual(
    tickets.map(({ id }) => id).filter((id) => id !== 77),
  );
  expect(records.find(({ ticketId }) => ticketId === 5)).toMatchObject({ articles: [] });
  expect(refused).toMatchObject([
    { externalId: names.article(5), on: names.ticket(5), said: { id: 5 } },
    { externalId: names.ticket(77), reason: 'missing chunk of a value', said: { number: '10077' } },
  ]);
});

test('ends where the database answers nothing at all', async () => {
  await expect(read({ spoilt: 77, isDown: true })).rejects.toBe(broken);
});

function read({ spoilt, isDown = false }: { readonly spoilt: number; readonly isDown?: boolean }) {
  return readSqlContents(tickets, {
    database: fakeDatabase(spoilt),
    names,
    shape: { fileOwner: 'bigint', isLossy: false },
    source: { prove: async () => (isDown ? Promise.reject(broken) : undefined) },
    signal,
  });
}

/** One article a ticket; that of ticket 5 has no text where there must be one. */
function fakeDatabase(spoilt: number): SqlDatabase {
  return {
    label: 'db/zammad',
    async query(row, text, parameters = []) {
      const ids = z.array(z.coerce.number()).parse(parameters[0]);
      if (text.includes('ticket_articles') && ids.includes(spoilt)) throw broken;
      return z.array(row).parse(rowsOf(text, ids));
    },
    describe: async () => [],
    close: async () => {},
  };
}

function rowsOf(text: string, ids: readonly number[]): readonly object[] {
  if (text.startsWith('SELECT id FROM tickets')) return ids.map((id) => ({ id }));
  if (!text.includes('FROM ticket_articles')) return [];
  const row = { internal: false, created_at: moment };
  return ids.map((id) => ({ ...row, id, ticket_id: id, body: id === 5 ? 5 : 'text' }));
}
