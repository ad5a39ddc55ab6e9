import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { checkRequired } from '../../src/addons/tickets/new-ticket/check-required.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

const FIELD = 'x_cost_centre';

let desk: HelpDesk;
let browser: Visitor;
let made: unknown;

beforeAll(async () => {
  desk = await startHelpDesk();
  browser = await desk.visit(await createCustomer(desk.odoo, 'Ann Archer'));
});
afterAll(async () => {
  if (made) await desk.odoo.call('ir.model.fields', 'unlink', [made]);
  await desk?.close();
});

const doctor = () => checkRequired({ odoo: desk.odoo }).run();

test('a field that somebody made required in Odoo is named, and customers hear who can help', async () => {
  expect(await doctor()).toEqual({ text: 'can be opened on the portal' });
  const form = await browser.get('/my/tickets/new');
  const fields = { subject: randomUUID(), description: `Words ${randomUUID()}`, priority: '1' };
  const send = () => browser.submit(form, '/my/tickets/create', fields);
  const [model] = await findExternalIds(desk.odoo, ['__supportdesk__.model__x_support_ticket']);
  const values = { name: FIELD, field_description: 'Cost Centre', ttype: 'char', required: true };
  made = await desk.odoo.call('ir.model.fields', 'create', [[{ ...values, model_id: model?.recordId }]]);

  const answer = await send();

  expect(answer.status).toBe(500);
  expect(answer.text).toContain('The help desk has to repair something');
  expect(answer.text).toContain(fields.description);
  await expect(doctor()).rejects.toMatchObject({
    message: `cannot be opened on the portal: Odoo requires Cost Centre (${FIELD})`,
  });

  await desk.odoo.call('ir.default', 'set', [Ticket.name, FIELD, 'General']);
  expect(await doctor()).toEqual({ text: 'can be opened on the portal' });
  expect((await send()).location).toContain('notice=created');
});
