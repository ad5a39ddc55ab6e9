import { expect, test } from 'vitest';
import { createStore } from '../store.ts';
import { createTroubledData } from './create-troubled-data.ts';

const data = createTroubledData({ crowd: 40, longestBody: 1000 });

test('is the same at every call', () => {
  expect(createTroubledData({ crowd: 40, longestBody: 1000 })).toEqual(data);
});

test('refers only to rows that are there, as the foreign keys of a database demand', () => {
  const users = new Set(data.users.map((user) => user.id));
  const tickets = new Set(data.tickets.map((ticket) => ticket.id));
  const groups = new Set(data.groups.map((group) => group.id));
  const states = new Set(data.states.map((state) => state.id));

  for (const ticket of data.tickets) {
    expect(users, ticket.title).toContain(ticket.customer_id);
    expect(users, ticket.title).toContain(ticket.owner_id);
    expect(groups, ticket.title).toContain(ticket.group_id);
    expect(states, ticket.title).toContain(ticket.state_id);
    expect(ticket.title.length).toBeLessThanOrEqual(250);
  }
  for (const article of data.articles) {
    expect(tickets).toContain(article.ticket_id);
    expect(users).toContain(article.created_by_id);
  }
  expect(new Set(data.tickets.map((ticket) => ticket.number)).size).toBe(data.tickets.length);
});

test('makes a crowd’s articles anew at every look, until one of them changes', () => {
  const store = createStore(structuredClone(data), () => new Date('2026-05-01T08:00:00Z'));

  expect(store.articlesOf(1001)).toEqual(store.articlesOf(1001));
  expect(store.data.articles.some((article) => article.ticket_id === 1001)).toBe(false);

  store.mergeTickets(1001, 1002);

  expect(store.articlesOf(1001)).toMatchObject([{ body: 'merged' }]);
  expect(store.articlesOf(1002)).toHaveLength(6);
  expect(store.findArticle(10_001)).toMatchObject({ ticket_id: 1002 });
  expect(store.findArticle(10_010)).toMatchObject({ ticket_id: 1004 });
});

test('holds a hundred thousand tickets without their articles', { timeout: 60_000 }, () => {
  const store = createStore(createTroubledData({ crowd: 100_000, longestBody: 1000 }), () => new Date(0));

  expect(store.ticketsByChange().length).toBeGreaterThan(100_000);
  expect(store.data.articles.length).toBeLessThan(500);
  expect(store.articlesOf(101_000)).toHaveLength(3);
});
