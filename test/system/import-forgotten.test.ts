import { expect, test } from 'vitest';
import { Forgotten } from '../../src/addons/imports/forgotten.ts';
import { PrivacyRequest } from '../../src/addons/privacy/models.ts';
import { forget } from '../../src/addons/privacy/privacy-job.ts';
import { ImportedMessage, ImportedTicket } from '../../src/addons/zammad/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { setUpWorlds } from './set-up-worlds.ts';

const worlds = setUpWorlds();
const ANN = 5;

test('an import does not bring back whom Odoo forgot, nor what they said', async () => {
  const world = await worlds.start();
  const { odoo } = worlds.backend;
  await world.run();
  const [link] = await findExternalIds(odoo, [world.externalId('user', ANN)]);
  const contact = link?.recordId ?? 0;
  const [before] = await odoo
    .model(Partner)
    .searchRead([['id', '=', contact]], { fields: ['name', 'email'] });
  const name = before?.name || '?';
  const tickets = await odoo.model(ImportedTicket).search([['x_partner_id', '=', contact]]);
  await odoo.model(ImportedTicket).write([...tickets], { x_state: 'done' });
  const [request = 0] = (await odoo.call(PrivacyRequest.name, 'create', [
    [{ x_kind: 'forget', x_partner_id: contact, x_typed: before?.email || name }],
  ])) as readonly number[];
  await runServerAction(odoo, 'action_privacy_confirm', PrivacyRequest.name, [request]);
  await forget(request, { odoo: createOdoo(worlds.service) });

  // Zammad still has her, and she writes again there.
  const others = world.zammad.data.tickets.find(({ customer_id }) => customer_id !== ANN);
  world.zammad.addTicket({ title: 'Here I am again', customer_id: ANN }, [{ body: 'Hello' }]);
  world.zammad.addTicket({ title: 'Of somebody else', customer_id: others?.customer_id ?? 0 }, [
    { body: 'Mine' },
    { body: 'Ann was here', created_by_id: ANN, from: name },
  ]);
  await world.run({ full: true });

  expect(tickets.length).toBeGreaterThan(0);
  const rows = await odoo.model(ImportedTicket).searchRead([['id', 'in', [...tickets]]], {
    fields: ['x_name', 'x_description'],
  });
  expect(new Set(rows.map(({ x_name }) => x_name))).toEqual(new Set(['Removed for privacy']));
  expect(rows.map(({ x_description }) => x_description)).toEqual(rows.map(() => false));
  expect(await odoo.model(ImportedTicket).search([['x_name', '=', 'Here I am again']])).toEqual([]);
  expect(await odoo.model(ImportedTicket).search([['x_name', '=', 'Of somebody else']])).toHaveLength(1);
  expect(await odoo.model(ImportedMessage).search([['body', 'ilike', 'Ann was here']])).toEqual([]);
  expect(
    await odoo
      .model(Partner)
      .search([['email', '=', before?.email || '?']], { context: { active_test: false } }),
  ).toEqual([]);
  // Nobody reads an address there.
  const keys = await odoo.model(Forgotten).searchRead([['x_kind', '=', 'address']], { fields: ['x_key'] });
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.map(({ x_key }) => x_key).join()).not.toContain('@');
});
