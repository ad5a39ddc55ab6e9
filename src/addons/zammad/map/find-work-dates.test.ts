import { expect, test } from 'vitest';
import { Article, Ticket } from '../schema.ts';
import { findWorkDates } from './find-work-dates.ts';

const ticket = (values: object = {}) =>
  Ticket.parse({
    ...{ id: 1, state_id: 2, created_at: '2026-02-01T08:00:00Z', updated_at: '2026-03-01T08:00:00Z' },
    ...values,
  });
const article = (sender: string, day: number, internal = false) =>
  Article.parse({
    ...{ id: day, ticket_id: 1, sender, internal, body: 'x' },
    created_at: `2026-02-${String(day).padStart(2, '0')}T09:00:00Z`,
  });

test('work begins with what the desk does first, a note as well, and waits from its last word on', () => {
  const articles = [
    article('System', 1),
    article('Customer', 2),
    article('Agent', 3, true),
    article('Agent', 5),
    article('Agent', 7, true),
  ];

  expect(findWorkDates(ticket(), articles)).toEqual({
    startedAt: '2026-02-03T09:00:00.000Z',
    waitingAt: '2026-02-05T09:00:00.000Z',
  });
});

test('Zammad’s own moment of the first answer counts where it is earlier, whatever stands there', () => {
  const answered = ticket({ first_response_at: '2026-02-02T10:00:00.000Z' });

  expect(findWorkDates(answered, [article('Agent', 5)]).startedAt).toBe('2026-02-02T10:00:00.000Z');
  expect(findWorkDates(ticket({ first_response_at: 'soon' }), []).startedAt).toBeUndefined();
});
