import { describe, expect, test } from 'vitest';
import { createOdoo } from '../../../odoo/model-api.ts';
import { isCounted, readFilterCounts } from './list-counts.ts';
import { FILTERS, type Filter } from './list-filters.ts';

const now = new Date('2026-03-01T12:00:00Z');
const OPEN = [
  { x_state: 'new', x_is_answered: false, __count: 2, deadlines: ['2026-02-01 00:00:00', null] },
  { x_state: 'on_hold', x_is_answered: true, __count: 1, deadlines: ['2026-03-01 12:00:01'] },
  // As Odoo writes a date in the year 1.
  { x_state: 'waiting', x_is_answered: true, __count: 1, deadlines: ['1-01-01 00:00:00'] },
];
const DONE = { x_state: 'done', x_is_answered: true, __count: 7, deadlines: ['2020-01-01 00:00:00'] };

/** What Odoo is asked for, and the counts that come of its answer. */
async function ask(key: string, { isInternal = false, pageCount = 1 } = {}) {
  const filter = FILTERS.find((other) => other.key === key);
  if (!filter) throw new Error(key);
  const asked: unknown[] = [];
  const odoo = createOdoo({
    async call(_model, _method, args) {
      asked.push(...args);
      return JSON.stringify(args[0]).includes('"x_state","!="') ? OPEN : [...OPEN, DONE];
    },
  });
  const find = await readFilterCounts(odoo, [], { filter, isInternal, now });
  return { domain: asked[0], fields: asked[1], counts: Object.fromEntries(find(pageCount)) };
}

const OF_OPEN = { open: 4, waiting_me: 2, new: 2, in_progress: 0, waiting: 1 };

describe('a customer', () => {
  test.each([
    ['all', 11],
    ['closed', 7],
  ])('who looks at what is done, too, has all counts, with the page’s own of %s', async (key, pageCount) => {
    const { domain, fields, counts } = await ask(key, { pageCount });

    // Deadlines of what is done are thousands in the course of the years, and nobody is late with them.
    expect(domain).toEqual([['x_state', '!=', 'done']]);
    expect(fields).toContain('deadlines:array_agg(x_sla_deadline)');
    expect(counts).toEqual({ ...OF_OPEN, all: 11, closed: 7, overdue: 2 });
  });

  test.each(['open', 'waiting_me', 'new', 'in_progress', 'waiting'])(
    'who looks at %s has the counts of what is open',
    async (key) => {
      const { domain, counts } = await ask(key);

      expect(domain).toEqual([['x_state', '!=', 'done']]);
      expect(counts).toEqual({ ...OF_OPEN, overdue: 2 });
    },
  );

  test('who looks at what is overdue has all counts, and no deadline is read', async () => {
    const { domain, fields, counts } = await ask('overdue', { pageCount: 2 });

    expect([domain, fields]).toEqual([[], ['__count']]);
    expect(counts).toEqual({ ...OF_OPEN, all: 11, closed: 7, overdue: 2 });
  });
});

test('an employee, who sees all companies’ tickets, has all counts but that of what is overdue', async () => {
  const { domain, fields, counts } = await ask('open', { isInternal: true });

  expect([domain, fields]).toEqual([[], ['__count']]);
  expect(counts).toEqual({ ...OF_OPEN, all: 11, closed: 7 });
});

test('a page is counted by itself only where the counts do not tell', () => {
  const counted = (isInternal: boolean) =>
    FILTERS.flatMap((filter: Filter) => (isCounted({ filter, isInternal }) ? [] : [filter.key]));

  expect(counted(false)).toEqual(['all', 'overdue', 'closed']);
  expect(counted(true)).toEqual(['overdue']);
});
