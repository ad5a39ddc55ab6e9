import { expect, test } from 'vitest';
import { renderFilter } from './render-filter.ts';

const automation = {
  id: 'rule',
  label: 'Rule',
  model: 'x_support.ticket',
  trigger: 'on_create_or_write',
  code: 'pass',
} as const;
const fields = ['x_state', 'x_user_id'];
const filter = "[('x_state', '=', 'done')]";

const GUARD =
  "if not user.env.context.get('old_values') or [name for name in ['x_state', 'x_user_id'] if name in list(user.env.context.get('old_values').values())[0]] else [(0, '=', 1)]";

test('puts a filter to no record where nothing was written that the automation watches', () => {
  expect(renderFilter({ ...automation, fields, filter })).toBe(`${filter} ${GUARD}`);
  expect(renderFilter({ ...automation, fields })).toBe(`[] ${GUARD}`);
});

test('leaves a filter as it is where Odoo looks at each record anyway', () => {
  expect(renderFilter({ ...automation, filter })).toBe(filter);
  expect(renderFilter({ ...automation, trigger: 'on_message_received' })).toBe('');
});

test('finds nothing in changes that are nothing to it', () => {
  expect(renderFilter({ ...automation, fields, filter, unless: 'imported' })).toBe(
    `[(0, '=', 1)] if user.env.context.get('imported') else ${filter} ${GUARD}`,
  );
});

test('finds one of the records that are made together', () => {
  const together = { when: 'imported', one: 'model.search([], limit=1)' };

  expect(renderFilter({ ...automation, fields, filter, together })).toBe(
    `[('id', 'in', (model.search([], limit=1)).ids)] if not user.env.context.get('old_values') and user.env.context.get('imported') else ${filter} ${GUARD}`,
  );
});
