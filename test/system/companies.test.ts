import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Intake } from '../../src/addons/intake/models.ts';
import { mapMailEvent } from '../../src/addons/mail/fire-event.ts';
import { MailEvent } from '../../src/addons/mail/models.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createReader } from '../../src/reader/create-reader.ts';
import { createReadForUser } from '../../src/reader/read-action.ts';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createSomebody, type Somebody } from '../support/roles-world.ts';
import { runCode } from '../support/run-code.ts';
import { sendMails } from '../support/send-mails.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const unique = randomUUID().slice(0, 6);
let backend: Backend;
let odoo: Odoo;
let service: Odoo;
/** Odoo's first, and a second of the same Odoo. */
let north: number;
let south: number;
let people: Readonly<Record<'north' | 'south' | 'both', Somebody>>;
let teams: Readonly<Record<'north' | 'south', number>>;
let tickets: Readonly<Record<'north' | 'south' | 'customers' | 'nobodys', number>>;

beforeAll(async () => {
  // With whom mails go to as an organisation begins.
  const deployed = await startDeployed({ on: configured('') });
  backend = deployed.backend;
  odoo = backend.odoo;
  service = createOdoo(deployed.service);
  const [first = 1] = (await odoo.call('res.company', 'search', [[]], {
    order: 'sequence, id',
    limit: 1,
  })) as number[];
  north = first;
  const made = await odoo.call('res.company', 'create', [
    [{ name: `South ${unique}`, email: `desk-${unique}@south.example` }],
  ]);
  south = [made].flat().map(Number)[0] ?? 0;
  const employ = async (name: string, companies: readonly number[]) => {
    const somebody = await createSomebody(backend, `${name} ${unique}`, 'all');
    await odoo.call('res.users', 'write', [
      [somebody.id],
      { company_ids: [[6, 0, companies]], company_id: companies[0] },
    ]);
    return somebody;
  };
  people = {
    north: await employ('Nora North', [north]),
    south: await employ('Saul South', [south]),
    both: await employ('Bea Both', [north, south]),
  };
  const [northern = 0, southern = 0] = await odoo.model(Team).create([
    { x_name: `North ${unique}`, x_company_id: north },
    { x_name: `South ${unique}`, x_company_id: south },
  ]);
  teams = { north: northern, south: southern };
  const [partner = 0] = (await odoo.call('res.partner', 'create', [
    [{ name: 'Of the South', email: `south-${unique}@client.example`, company_id: south }],
  ])) as number[];
  const [a = 0, b = 0, c = 0, d = 0] = await odoo
    .model(TeamTicket)
    .create([
      { x_name: 'North', x_team_id: northern },
      { x_name: 'South', x_team_id: southern },
      { x_name: 'Customers', x_partner_id: partner },
      { x_name: 'Nobodys' },
    ]);
  tickets = { north: a, south: b, customers: c, nobodys: d };
  await odoo
    .model(Intake)
    .create(Object.entries(tickets).map(([name, x_ticket_id]) => ({ x_name: `mail ${name}`, x_ticket_id })));
});
afterAll(() => backend?.close());

const seenBy = async (who: Somebody, companies?: readonly number[]) => {
  const context = companies ? { allowed_company_ids: companies } : {};
  const ids = await who.odoo.model(TeamTicket).search([['id', 'in', Object.values(tickets)]], { context });
  return Object.entries(tickets).flatMap(([name, id]) => (ids.includes(id) ? [name] : []));
};

describe('a ticket', () => {
  test('is of its team’s company, else of its customer’s, else of none', async () => {
    const rows = await odoo.model(TeamTicket).read(Object.values(tickets), ['x_company_id']);
    const companies = rows.map(({ x_company_id }) => [x_company_id].flat()[0]);

    expect(companies).toEqual([north, south, south, false]);
  });

  test('goes along with its team, and with its customer', async () => {
    const [id = 0] = await odoo.model(TeamTicket).create([{ x_name: 'Moves', x_team_id: teams.north }]);
    const companyOf = async () => {
      const [row] = await odoo.model(TeamTicket).read([id], ['x_company_id']);
      return [row?.x_company_id].flat()[0];
    };

    await odoo.model(TeamTicket).write([id], { x_team_id: teams.south });
    expect(await companyOf()).toBe(south);
    await odoo.model(TeamTicket).write([id], { x_team_id: false });
    expect(await companyOf()).toBe(false);
  });

  test('is seen by the people of its company, and by all where it is of none', async () => {
    expect(await seenBy(people.north)).toEqual(['north', 'nobodys']);
    expect(await seenBy(people.south)).toEqual(['south', 'customers', 'nobodys']);
    expect(await seenBy(people.both)).toEqual(['north', 'south', 'customers', 'nobodys']);
  });

  test('comes and goes as its technician switches companies', async () => {
    expect(await seenBy(people.both, [south])).toEqual(['south', 'customers', 'nobodys']);
    expect(await seenBy(people.both, [north, south])).toEqual(['north', 'south', 'customers', 'nobodys']);
    await expect(seenBy(people.north, [south])).rejects.toMatchObject({ code: 'odoo_access_error' });
  });

  test('takes what hangs on it along', async () => {
    const mails = await people.north.odoo
      .model(Intake)
      .searchRead([['x_ticket_id', 'in', Object.values(tickets)]], { fields: ['x_name'] });

    expect(mails.map(({ x_name }) => x_name).sort()).toEqual(['mail nobodys', 'mail north']);
  });

  test('is served whatever its company', async () => {
    expect(await service.model(TeamTicket).searchCount([['id', 'in', Object.values(tickets)]])).toBe(4);
  });
});

test('teams are those of one’s companies', async () => {
  const seen = await people.north.odoo.model(Team).search([['id', 'in', Object.values(teams)]]);

  expect(seen).toEqual([teams.north]);
});

test('customers see what is theirs, whichever company serves them', async () => {
  const customer = await createCustomer(odoo, 'Pia Portal');
  const made = await odoo.model(TeamTicket).create(
    Object.values(teams).map((x_team_id) => ({
      x_name: 'Theirs',
      x_partner_id: customer.partnerId,
      x_team_id,
    })),
  );
  const read = createReadForUser();
  const reader = createReader((reads) => read(service, { userId: customer.userId, lang: 'en_US', reads }));

  expect([...(await reader.model(TeamTicket).search([]))].sort()).toEqual([...made].sort());
});

test('mails come from the company of their ticket', async () => {
  const customer = await createCustomer(odoo, 'Mia Mailed');
  const [ticket = 0] = await odoo
    .model(TeamTicket)
    .create([{ x_name: 'Southern mail', x_partner_id: customer.partnerId, x_team_id: teams.south }]);
  await service.model(MailEvent).create([mapMailEvent('opened', ticket)]);
  await sendMails(backend);

  const sent = (await runCode(
    odoo,
    `found = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', ${ticket}), ('message_type', 'in', ['auto_comment', 'user_notification'])], order='id desc', limit=1)
action = {'from': found.email_from or '', 'author': found.author_id.name or ''}`,
  )) as { readonly from: string; readonly author: string };

  expect(sent).toEqual({
    from: expect.stringContaining(`desk-${unique}@south.example`),
    author: `South ${unique}`,
  });
});

/** The emulator shows no views. */
test.runIf(process.env.TEST_BACKEND === 'live')(
  'where there is one company nobody sees a field of it',
  async () => {
    const views = (await people.north.odoo.call(TeamTicket.name, 'get_views', [[[false, 'form']]])) as {
      readonly views: { readonly form: { readonly arch: string } };
    };

    expect(views.views.form.arch).toContain('x_team_id');
    expect(views.views.form.arch).not.toContain('x_company_id');
  },
);
