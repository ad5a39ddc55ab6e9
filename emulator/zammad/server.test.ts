import { expect, test } from 'vitest';
import { createZammadClient } from '../../test/support/zammad-client.ts';
import { createZammadData } from './data/create-zammad-data.ts';
import type { ZammadEmulator } from './server.ts';

const { start, get, getJson } = createZammadClient();

test('refuses a request without credentials with 403 and a wrong token with 401', async () => {
  const zammad = await start();

  const nobody = await fetch(`${zammad.url}/api/v1/users/me`);
  const stranger = await get(zammad, '/users/me', 'Token token=wrong');
  const bearer = await get(zammad, '/users/me', 'Bearer demo-token');

  expect([nobody.status, nobody.headers.get('x-failure')]).toEqual([403, 'Authentication required']);
  expect(stranger.status).toBe(401);
  expect(await stranger.json()).toMatchObject({ error: "Can't find User for Token" });
  expect(bearer.status).toBe(200);
});

test('refuses tickets to a token without the right to them', async () => {
  const zammad = await start({ permissions: [] });

  const me = await get(zammad, '/users/me');
  const tickets = await get(zammad, '/tickets');

  expect([me.status, tickets.status]).toEqual([200, 403]);
  expect(await tickets.json()).toMatchObject({ error: 'Not authorized (token)!' });
});

test('finds tickets changed at or after a moment, oldest change first', async () => {
  const zammad = await start({ data: createZammadData({ tickets: 5 }) });

  const found = await search(zammad, { condition: changedSince('2026-03-01T11:58:00.000Z') });

  expect(found).toMatchObject([
    { updated_at: '2026-03-01T11:58:00.000Z' },
    { updated_at: '2026-03-01T11:59:00.000Z' },
    { updated_at: '2026-03-01T12:00:00.000Z' },
  ]);
});

test('ignores an offset in a condition, as a column without time zone does', async () => {
  const zammad = await start({ data: createZammadData({ tickets: 3 }) });

  const found = await search(zammad, { condition: changedSince('2026-03-01T12:00:00.000+05:00') });

  expect(found).toHaveLength(1);
});

test('cuts a page to 200 tickets without a word', async () => {
  const zammad = await start({ data: createZammadData({ tickets: 250 }) });

  const first = await search(zammad, { condition: changedSince('2000-01-01T00:00:00.000Z'), per_page: 500 });
  const second = await search(zammad, {
    condition: changedSince('2000-01-01T00:00:00.000Z'),
    per_page: 500,
    page: 2,
  });

  expect(first).toHaveLength(200);
  expect(second).toHaveLength(50);
});

test('answers the search without expand as each version did', async () => {
  const old = await start({ data: createZammadData({ tickets: 2 }), version: '6.4' });
  const current = await start({ data: createZammadData({ tickets: 2 }), version: '7.1' });
  const body = { condition: changedSince('2000-01-01T00:00:00.000Z'), expand: false };

  expect(await search(old, body)).toMatchObject({ tickets: [2, 3], tickets_count: 2 });
  expect(await search(current, { ...body, with_total_count: true })).toMatchObject({ total_count: 2 });
});

test('answers an unknown sort column with an internal error', async () => {
  const zammad = await start({ data: createZammadData({ tickets: 2 }) });

  const answer = await post(zammad, '/tickets/search', {
    condition: changedSince('2000-01-01'),
    sort_by: 'x',
  });

  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/^Error ID/) });
});

test('names what is missing', async () => {
  const zammad = await start();

  const ticket = await get(zammad, '/tickets/999999');
  const route = await get(zammad, '/nope');

  expect([ticket.status, route.status]).toEqual([404, 404]);
  expect(await ticket.json()).toMatchObject({ error: "Couldn't find Ticket with 'id'=999999" });
  expect(await route.json()).toMatchObject({ error: 'No route matches [GET] /api/v1/nope' });
});

test('tells the type of a state only where expanded', async () => {
  const zammad = await start();

  const plain = await getJson(zammad, '/ticket_states');
  const expanded = await getJson(zammad, '/ticket_states?expand=true');

  expect(plain).not.toHaveProperty('6.state_type');
  expect(expanded).toHaveProperty('6.name', 'pending close');
  expect(expanded).toHaveProperty('6.state_type', 'pending action');
});

test('moves the articles of a merged ticket and leaves a note behind', async () => {
  const zammad = await start({ data: createZammadData({ tickets: 2 }) });

  zammad.mergeTickets(2, 3);

  const source = await getJson(zammad, '/ticket_articles/by_ticket/2');
  const target = await getJson(zammad, '/ticket_articles/by_ticket/3');
  const ticket = await getJson(zammad, '/tickets/2?expand=true');
  expect(source).toMatchObject([{ body: 'merged', internal: false }]);
  expect(target).toMatchObject([{ id: 1 }, { id: 4 }, { id: 2 }, { id: 5 }, { id: 3 }, { id: 6 }]);
  expect(ticket).toMatchObject({ state: 'merged' });
});

test('a new article bumps its ticket', async () => {
  const zammad = await start({
    data: createZammadData({ tickets: 2 }),
    clock: () => new Date('2026-04-01T08:00:00Z'),
  });

  zammad.addArticle(2, { body: 'One more thing' });

  expect(zammad.findTicket(2)?.updated_at).toBe('2026-04-01T08:00:00.000Z');
});

test('fails as often as told, then answers again', async () => {
  const zammad = await start();
  zammad.fail({ times: 2, status: 429, headers: { 'Retry-After': '1' }, match: { path: '/users/me' } });

  const answers = [
    await get(zammad, '/users/me'),
    await get(zammad, '/ticket_states'),
    await get(zammad, '/users/me'),
    await get(zammad, '/users/me'),
  ];

  expect(answers.map((answer) => answer.status)).toEqual([429, 200, 429, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('1');
});

test('counts the requests it got', async () => {
  const zammad = await start();

  await get(zammad, '/ticket_states?expand=true');

  expect(zammad.requests).toMatchObject([
    { method: 'GET', path: '/api/v1/ticket_states', query: { expand: 'true' } },
  ]);
});

function post(zammad: ZammadEmulator, path: string, body: unknown) {
  return fetch(`${zammad.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: 'Token token=demo-token', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function search(zammad: ZammadEmulator, body: object) {
  const sorting = { sort_by: 'updated_at,id', order_by: 'asc,asc', expand: true };
  const answer = await post(zammad, '/tickets/search', { ...sorting, ...body });
  return answer.json();
}

function changedSince(value: string) {
  return { 'ticket.updated_at': { operator: 'after (absolute)', value } };
}
