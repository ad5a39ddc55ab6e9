import { expect, test } from 'vitest';
import { createDemoData } from './create-demo-data.ts';

const now = new Date('2026-05-20T09:30:00Z');
const data = createDemoData(now);

test('tells about forty stories that all begin and end before now', () => {
  const times = [...data.tickets, ...data.articles].flatMap((row) => [row.created_at, row.updated_at]);

  expect(data.tickets.length).toBeGreaterThanOrEqual(40);
  expect(times.filter((time) => time > now.toISOString())).toEqual([]);
});

test('covers every kind of state and every priority', () => {
  const states = data.tickets.map((ticket) => ticket.state_id);

  expect(new Set(states)).toEqual(new Set([1, 2, 3, 4, 5, 7]));
  expect(new Set(data.tickets.map((ticket) => ticket.priority_id))).toEqual(new Set([1, 2, 3]));
});

test('has overdue tickets and tickets that will be due, and none of them is closed', () => {
  const due = data.tickets.filter((ticket) => ticket.escalation_at !== null);
  const overdue = due.filter((ticket) => (ticket.escalation_at ?? '') < now.toISOString());

  expect(overdue.length).toBeGreaterThan(3);
  expect(due.length - overdue.length).toBeGreaterThan(3);
  expect(due.filter((ticket) => ticket.state_id === 4)).toEqual([]);
});

test('gives every ticket at least one article, in the order in which they were written', () => {
  for (const ticket of data.tickets) {
    const articles = data.articles.filter((article) => article.ticket_id === ticket.id);

    expect(articles.length, ticket.title).toBeGreaterThan(0);
    expect(articles.map((article) => article.created_at)).toEqual(
      articles.map((article) => article.created_at).toSorted(),
    );
    expect(articles.filter((article) => article.created_at > ticket.updated_at)).toEqual([]);
  }
});

test('is the same for the same moment', () => {
  expect(createDemoData(now)).toEqual(data);
});
