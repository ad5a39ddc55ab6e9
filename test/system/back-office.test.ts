import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addons } from '../../src/addons/index.ts';
import { Tag, Team } from '../../src/addons/teams/models.ts';
import { Customer, Ticket } from '../../src/addons/tickets/models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

/** Odoo as a technician meets it. */
let backend: Backend;
let client: OdooClient;
let technician: Odoo;

beforeAll(async () => {
  ({ backend } = await startDeployed());
  client = connect(await createTechnician(backend.odoo));
  technician = createOdoo(client);
});
afterAll(() => backend.close());

function connect({ login, password }: { readonly login: string; readonly password: string }) {
  const { transport, settings } = backend;
  return new OdooClient({ transport, db: settings.ODOO_DB, username: login, password });
}

/** As a button does it. */
async function press(action: string, model: string, ids: readonly number[]): Promise<unknown> {
  // A technician may not look for external ids, and need not: the view that has the button knows.
  const [found] = await findExternalIds(backend.odoo, [`__supportdesk__.${action}`]);
  const context = { active_model: model, active_ids: ids, active_id: ids[0] };
  return client.call('ir.actions.server', 'run', [[found?.recordId]], { context });
}

describe('the buttons of tickets', () => {
  test('assign tickets to whoever presses', async () => {
    const ids = await technician.model(Ticket).create([{ x_name: 'Jam' }, { x_name: 'Toner' }]);

    await press('action_ticket_assign_to_me', Ticket.name, ids);

    const rows = await technician.model(Ticket).read(ids, ['x_user_id']);
    expect(rows).toMatchObject(ids.map(() => ({ x_user_id: [expect.any(Number), 'Tess Technician'] })));
  });

  test.each(['waiting', 'done', 'in_progress'])('put any number of tickets to %s', async (state) => {
    const ids = await technician.model(Ticket).create([{ x_name: 'Jam' }, { x_name: 'Toner' }]);

    await press(`action_ticket_to_${state}`, Ticket.name, ids);

    const rows = await technician.model(Ticket).read(ids, ['x_state', 'x_closed_at']);
    expect(rows.map(({ x_state }) => x_state)).toEqual([state, state]);
    expect(rows.every(({ x_closed_at }) => (x_closed_at !== false) === (state === 'done'))).toBe(true);
  });
});

test('a new ticket is in progress once a technician has answered, and not for a note or a machine’s word', async () => {
  const values = { message_type: 'comment', subtype_xmlid: 'mail.mt_comment' };
  const open = async () => (await technician.model(Ticket).create([{ x_name: 'Jam' }]))[0] ?? 0;
  const [answered, noted, written, waiting] = [await open(), await open(), await open(), await open()];
  await technician.model(Ticket).write([waiting], { x_state: 'waiting' });

  const say = (id: number, more: object) =>
    technician.call(Ticket.name, 'message_post', [[id]], { body: 'We look at it', ...more });
  await say(answered, values);
  await say(noted, { ...values, subtype_xmlid: 'mail.mt_note' });
  // Odoo's own scheduler is nobody of the desk, though it works there.
  const [robot] = await findExternalIds(backend.odoo, ['base.partner_root']);
  await say(written, { ...values, author_id: robot?.recordId });
  await say(waiting, values);

  const rows = await technician
    .model(Ticket)
    .read([answered, noted, written, waiting], ['x_state', 'x_started_at']);
  expect(rows.map(({ x_state }) => x_state)).toEqual(['in_progress', 'new', 'new', 'waiting']);
  expect(rows.map(({ x_started_at }) => x_started_at !== false)).toEqual([true, false, false, false]);
});

test('a search finds tickets by what was written in them', async () => {
  const [id = 0] = await technician
    .model(Ticket)
    .create([{ x_name: 'Strange noise' }, { x_name: 'Other' }].slice(0, 1));
  const word = `quokka${id}`;
  await technician.call(Ticket.name, 'message_post', [[id]], { body: `It sounds like a ${word}` });

  expect(await technician.model(Ticket).search(domainOf('message_ids', word))).toEqual([id]);
});

test('a search finds a ticket by its reference, as the list does from which related tickets are taken', async () => {
  const [id = 0] = await technician.model(Ticket).create([{ x_name: 'Strange noise' }]);
  const [row] = await technician.model(Ticket).read([id], ['x_ticket_ref']);

  expect(await technician.model(Ticket).search(domainOf('x_name', row?.x_ticket_ref || ''))).toEqual([id]);
});

/** The domain that the search view has for what somebody types. */
function domainOf(name: string, typed: string) {
  const views = addons.flatMap(({ declaration }) => declaration.views ?? []);
  const arch = views.find(({ id }) => id === 'ticket_search')?.arch ?? '';
  const written = new RegExp(`<field name="${name}"[^>]*filter_domain="([^"]+)"`).exec(arch)?.[1] ?? '';
  const json = written.replaceAll('(', '[').replaceAll(')', ']').replaceAll("'", '"');
  return z.array(z.any()).parse(JSON.parse(json.replaceAll(', self', `, ${JSON.stringify(typed)}`)));
}

test('a ticket tells how many others of its company are open', async () => {
  const ann = await createCustomer(backend.odoo, 'Ann Archer');
  const [ours = 0, colleague = 0, done = 0, alone = 0] = await technician
    .model(Ticket)
    .create([
      { x_name: 'Jam', x_partner_id: ann.partnerId },
      { x_name: 'Toner', x_partner_id: ann.companyId },
      { x_name: 'Paper', x_partner_id: ann.partnerId, x_state: 'done' },
      { x_name: 'Whose?' },
    ]);

  const rows = await technician.model(Ticket).read([ours, colleague, done, alone], ['x_other_open_count']);
  expect(rows.map((row) => row.x_other_open_count)).toEqual([1, 1, 2, 0]);
  const opened = await press('action_ticket_others', Ticket.name, [ours]);
  const { domain } = z.object({ domain: z.array(z.any()) }).parse(opened);
  expect([...(await technician.model(Ticket).search(domain))].sort()).toEqual([colleague, done].sort());
});

describe('a contact', () => {
  test('shows the tickets of a company and of its people', async () => {
    const ann = await createCustomer(backend.odoo, 'Ann Archer');
    const ids = await technician.model(Ticket).create([
      { x_name: 'Jam', x_partner_id: ann.partnerId },
      { x_name: 'Toner', x_partner_id: ann.companyId, x_state: 'done' },
    ]);

    const rows = await technician.model(Customer).read([ann.companyId, ann.partnerId], ['x_ticket_count']);
    const opened = await press('action_contact_tickets', 'res.partner', [ann.companyId]);

    expect(rows.map((row) => row.x_ticket_count)).toEqual([2, 1]);
    const { domain } = z.object({ domain: z.array(z.any()) }).parse(opened);
    expect([...(await technician.model(Ticket).search(domain))].sort()).toEqual([...ids].sort());
  });

  test('may be asked for them by people who may read no tickets', async () => {
    const ann = await createCustomer(backend.odoo, 'Ann Archer');
    await technician.model(Ticket).create([{ x_name: 'Jam', x_partner_id: ann.partnerId }]);
    const login = `ed.${ann.partnerId}@example.com`;
    const [user] = await findExternalIds(backend.odoo, ['base.group_user']);
    const employee = { name: 'Ed Employee', login, email: login, password: login };
    await backend.odoo.call('res.users', 'create', [{ ...employee, groups_id: [[6, 0, [user?.recordId]]] }]);

    const read = await connect(employee).call('res.partner', 'read', [
      [ann.partnerId],
      ['name', 'x_ticket_count'],
    ]);

    expect(read).toMatchObject([{ name: 'Ann Archer', x_ticket_count: 0 }]);
  });
});

test('screens have addresses of their own', async () => {
  const rows = await backend.odoo.call('ir.actions.act_window', 'search_read', [
    [['path', 'in', ['support-tickets', 'my-support-tickets', 'support-teams']]],
    ['path', 'res_model'],
  ]);

  expect(rows).toHaveLength(3);
});

test('a new tag has a color, or it would not show on cards', async () => {
  const [id = 0] = await technician.model(Tag).create([{ x_name: 'returning' }]);

  expect(await technician.model(Tag).read([id], ['x_color'])).toMatchObject([{ x_color: 4 }]);
});

/** The emulator opens no forms. */
describe.runIf(process.env.TEST_BACKEND === 'live')('the form of a team', () => {
  test.each([
    ['a name that is taken', 'Twins', true],
    ['its own name', 'Only child', false],
  ])('warns of %s: %s', async (_what, x_name, warns) => {
    const teams = backend.odoo.model(Team);
    const [own = 0] = await teams.create([{ x_name: 'Only child' }]);
    const twins = await teams.create([{ x_name: 'Twins' }]);

    const args = [[own], { x_name }, ['x_name'], { x_name: {} }];
    const answer = await backend.odoo.call(Team.name, 'onchange', args);
    await backend.odoo.call(Team.name, 'unlink', [[own, ...twins]]);

    expect(Object.keys(Object(answer)).includes('warning')).toBe(warns);
  });
});

test('nothing keeps a field out of Export that is made over RPC', async () => {
  const described = await backend.odoo.call('ir.model.fields', 'fields_get', [], { attributes: ['type'] });
  const [field = 0] = await backend.odoo
    .model({ name: 'ir.model.fields', fields: { model: { type: 'char' }, name: { type: 'char' } } })
    .search([
      ['model', '=', Ticket.name],
      ['name', '=', 'x_import_hash'],
    ]);

  const hide = backend.odoo.call('ir.model.fields', 'write', [[field], { exportable: false }]);

  expect(described).not.toHaveProperty('exportable');
  await expect(hide).rejects.toThrow('exportable');
});
