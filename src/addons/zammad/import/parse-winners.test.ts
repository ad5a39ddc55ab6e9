import { expect, test } from 'vitest';
import { parseWinners } from './parse-winners.ts';

test('reads a field and its winner a line', () => {
  expect(parseWinners('# ours\nx_priority: odoo\n\n  x_user_id :newest ')).toEqual({
    x_priority: 'odoo',
    x_user_id: 'newest',
  });
  expect(parseWinners('')).toEqual({});
});

test('names every line that it does not understand', () => {
  expect(() => parseWinners('x_priority: me\npriority: odoo\nx_state: odoo')).toThrow(
    '“x_priority: me”, “priority: odoo”',
  );
});
