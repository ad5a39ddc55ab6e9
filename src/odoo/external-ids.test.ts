import { expect, test } from 'vitest';
import { findExternalIds, listExternalIds } from './external-ids.ts';
import { createOdoo } from './model-api.ts';

function odooKnowing(rows: readonly Readonly<Record<string, unknown>>[]) {
  const domains: unknown[] = [];
  const odoo = createOdoo({
    async call(_model, _method, args) {
      domains.push(args[0]);
      return rows;
    },
  });
  return { odoo, domains };
}

test('names of several modules are found in one call', async () => {
  const { odoo, domains } = odooKnowing([
    { id: 1, module: 'base', name: 'group_user', model: 'res.groups', res_id: 1 },
    { id: 2, module: '__zammad__', name: 'main_ticket_4.2', model: 'x_support.ticket', res_id: 40 },
  ]);

  const found = await findExternalIds(odoo, [
    'base.group_user',
    '__zammad__.main_ticket_4.2',
    'base.group_portal',
    'mail.mt_note',
  ]);

  expect(found).toEqual([
    { externalId: 'base.group_user', model: 'res.groups', recordId: 1 },
    { externalId: '__zammad__.main_ticket_4.2', model: 'x_support.ticket', recordId: 40 },
  ]);
  expect(domains).toEqual([
    [
      '|',
      '|',
      '&',
      ['module', '=', 'base'],
      ['name', 'in', ['group_user', 'group_portal']],
      '&',
      ['module', '=', '__zammad__'],
      ['name', 'in', ['main_ticket_4.2']],
      '&',
      ['module', '=', 'mail'],
      ['name', 'in', ['mt_note']],
    ],
  ]);
});

test('no names need no call', async () => {
  const { odoo, domains } = odooKnowing([]);

  expect(await findExternalIds(odoo, [])).toEqual([]);
  expect(domains).toEqual([]);
});

test('a whole prefix is listed in one call', async () => {
  const { odoo, domains } = odooKnowing([]);

  await listExternalIds(odoo, '__supportdesk__');

  expect(domains).toEqual([[['module', '=', '__supportdesk__']]]);
});
