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

test('finds one of the records that are made or changed together', () => {
  const together = "('x_user_id', '=', False)";
  const newest =
    "[('id', 'in', model.sudo().search([('id', '>', user.env.cr.precommit.data.get('supportdesk.before.x_support.ticket') or user.env.cr.precommit.data.setdefault('supportdesk.before.x_support.ticket', model.sudo().search([('create_date', '!=', user.env.cr.now()), ('x_active', 'in', [True, False])], order='id desc', limit=1).id or 0)), ('create_date', '=', user.env.cr.now()), ('x_active', 'in', [True, False]), ('x_user_id', '=', False)] + [('x_state', '=', 'done')], order='id desc', limit=1).ids)] if not user.env.context.get('old_values')";
  const old = "user.env.context.get('old_values')";

  expect(renderFilter({ ...automation, fields, filter, together })).toBe(
    `${newest} else [('id', 'in', [one.id for one in model.sudo().browse(list(${old})).filtered_domain(${filter}) if 'x_state' in ${old}[one.id] and ${old}[one.id]['x_state'] != one['x_state'] or 'x_user_id' in ${old}[one.id] and ${old}[one.id]['x_user_id'] != one['x_user_id']][:1])] if [name for name in ['x_state', 'x_user_id'] if name in list(${old}.values())[0]] else [(0, '=', 1)]`,
  );
  expect(renderFilter({ ...automation, trigger: 'on_create', filter, together })).toBe(
    `${newest} else ${filter}`,
  );
});
