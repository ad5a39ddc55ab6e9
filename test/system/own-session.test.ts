import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TicketLink } from '../../src/addons/tickets/link-model.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Attachment } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { findTellingPaths } from '../support/ask-around.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

/** What stands on Ann's own ticket and is not for her: a note, the name of its file, the secret of a link. */
const NOTE = `cucumber${randomUUID().slice(0, 8)}`;
const SECRET = `pumpkin${randomUUID().slice(0, 8)}`;
const FILE = `radish${randomUUID().slice(0, 8)}`;

let desk: HelpDesk;
let ann: Customer;
/** Odoo through Ann's own session, as anybody has it who takes the cookie to Odoo itself. */
let anns: Odoo;
let ticket: number;

beforeAll(async () => {
  desk = await startHelpDesk();
  const { odoo, backend } = desk;
  ann = await createCustomer(odoo, 'Ann Archer');
  [ticket = 0] = await odoo.model(Ticket).create([{ x_name: 'Stripes', x_partner_id: ann.partnerId }]);
  const file = await odoo
    .model(Attachment)
    .create([{ name: `${FILE}.txt`, datas: 'eA==', res_model: Ticket.name, res_id: ticket }]);
  const said = (body: string, subtype_xmlid: string, attachment_ids: readonly number[] = []) =>
    odoo.call(Ticket.name, 'message_post', [[ticket]], {
      ...{ body, subtype_xmlid, attachment_ids, message_type: 'comment' },
    });
  await said('We are on it', 'mail.mt_comment');
  await said(`She never pays, ${NOTE}`, 'mail.mt_note', file);
  await odoo.model(TicketLink).create([{ x_ticket_id: ticket, x_secret: SECRET }]);
  const { sessionId } = await backend.sessions.authenticate(ann.login, ann.password);
  anns = createOdoo(backend.sessions.caller({ sessionId }));
});
afterAll(() => desk?.close());

const ask = (): Promise<readonly string[]> =>
  findTellingPaths(desk.odoo, { id: ann.userId, odoo: anns }, [NOTE, SECRET, FILE]);

test('a customer’s own session tells nothing of internal notes, by no path', async () => {
  expect(await ask()).toEqual([]);
});

test('nor does it read tickets at all', async () => {
  for (const method of ['search_count', 'search_read', 'read_group']) {
    const args = method === 'read_group' ? [[], ['__count'], ['x_state']] : [[]];
    await expect(anns.call(Ticket.name, method, args), method).rejects.toMatchObject({
      code: 'odoo_access_error',
    });
  }
});

test.runIf(process.env.TEST_BACKEND === 'live')(
  'Odoo’s own page still counts their open tickets',
  async () => {
    const { sessionId } = await desk.backend.sessions.authenticate(ann.login, ann.password);

    const answer = await fetch(new URL('/my', desk.backend.settings.ODOO_URL), {
      headers: { cookie: `session_id=${sessionId}` },
    });

    expect((await answer.text()).replace(/<[^>]*>|\s+/g, ' ')).toMatch(/\b1\s+Support Tickets/);
  },
);

test('with a line on tickets it would, so that none may come', async () => {
  const { odoo } = desk;
  const [model, group] = await Promise.all([
    odoo.call('ir.model', 'search', [[['model', '=', Ticket.name]]]),
    odoo.call('res.groups', 'search', [[['users', 'in', [ann.userId]]]]),
  ]);
  const [lineId] = [
    await odoo.call('ir.model.access', 'create', [
      {
        name: 'customers read tickets',
        model_id: (model as readonly number[])[0],
        group_id: (group as readonly number[])[0],
        perm_read: true,
      },
    ]),
  ].flat();
  try {
    expect(await ask()).toContain(`${Ticket.name}: message_ids.body`);
  } finally {
    await odoo.call('ir.model.access', 'unlink', [[lineId]]);
  }
});
