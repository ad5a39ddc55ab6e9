import { expect, test } from 'vitest';
import { createOdoo } from '../../../odoo/model-api.ts';
import { readFilterCounts } from './list-counts.ts';

const now = new Date('2026-03-01T12:00:00Z');

test('every filter has its count, and no deadline is read', async () => {
  const asked: unknown[] = [];
  const odoo = createOdoo({
    async call(_model, method, args) {
      asked.push([method, ...args]);
      if (method === 'search_count') return 3;
      return [
        { x_state: 'new', x_is_answered: false, __count: 2 },
        { x_state: 'on_hold', x_is_answered: true, __count: 1 },
        { x_state: 'waiting', x_is_answered: true, __count: 1 },
        { x_state: 'done', x_is_answered: true, __count: 7 },
      ];
    },
  });

  const counts = await readFilterCounts(odoo, [['x_partner_id', '=', 4]], now);

  expect(Object.fromEntries(counts)).toEqual({
    ...{ all: 11, open: 4, waiting_me: 2, overdue: 3, new: 2, in_progress: 0, waiting: 1, closed: 7 },
  });
  expect(asked).toEqual([
    ['read_group', [['x_partner_id', '=', 4]], ['__count'], ['x_state', 'x_is_answered']],
    [
      'search_count',
      [
        ['x_partner_id', '=', 4],
        ['x_state', '!=', 'done'],
        ['x_sla_deadline', '<', '2026-03-01 12:00:00'],
      ],
    ],
  ]);
});
