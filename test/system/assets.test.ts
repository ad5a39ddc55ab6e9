import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importEquipment, planEquipment } from '../../src/addons/assets/csv/import-equipment.ts';
import { parseTable } from '../../src/addons/assets/csv/read-table.ts';
import { AssetTicket, Equipment, EquipmentType, Part, PartMove } from '../../src/addons/assets/models.ts';
import { CustomerNote, Site } from '../../src/addons/customers/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

// A live database keeps what other runs made.
const unique = randomUUID().slice(0, 8);
const YAML = `
assets:
  state_when_open: broken
  state_when_done: working
  types:
    laptop_${unique}: { name: { en: Laptop ${unique}, nl: Schootcomputer ${unique} } }
`;

let desk: HelpDesk;
let ann: Customer;
let rita: Customer;
let site: number;
let type: number;
let laptop: number;
let printer: number;
let foreign: number;

const serial = (name: string) => `${name}-${unique}`;
const idOf = (link: readonly [number, string] | false) => (link ? link[0] : undefined);
const stateOf = async (id: number) => (await desk.odoo.model(Equipment).read([id], ['x_state']))[0]?.x_state;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(YAML) });
  const { odoo } = desk;
  ann = await createCustomer(odoo, 'Ann Archer');
  rita = await createCustomer(odoo, 'Rita Rival');
  [site = 0] = await odoo
    .model(Site)
    .create([{ x_name: `Annex ${unique}`, x_code: 'AX', x_partner_id: ann.companyId }]);
  [type = 0] = await odoo.model(EquipmentType).search([['name', '=', `Laptop ${unique}`]]);
  [laptop = 0, printer = 0, foreign = 0] = await odoo.model(Equipment).create([
    {
      name: 'PC-0042',
      serial_no: serial('S1'),
      model: 'ThinkPad',
      category_id: type,
      x_partner_id: ann.companyId,
      x_site_id: site,
      x_custodian_id: ann.partnerId,
      location: 'Room 12',
      cost: 4711,
      note: '<p>The secret of the machine</p>',
      warranty_date: '2020-01-31',
    },
    { name: 'Printer 50%', serial_no: serial('S2'), x_partner_id: ann.companyId },
    { name: 'Rita’s own', serial_no: serial('S3'), x_partner_id: rita.companyId },
  ]);
});
afterAll(() => desk?.close());

describe('on the portal', () => {
  test('a customer finds their company’s equipment and no other, without cost and notes', async () => {
    const browser = await desk.visit(ann);
    const list = await browser.get('/my/equipment');
    const one = await browser.get(`/my/equipment/${laptop}`);
    const file = await browser.get('/my/equipment/equipment.csv');

    expect(list.text).toMatch(/PC-0042 Working .*Laptop .* ThinkPad .* Annex .*, Room 12 .* Ann Archer/);
    expect(list.text).toContain('In use 2');
    expect(one.text).toMatch(/PC-0042 .* Warranty ended Jan 31, 2020/);
    for (const { html } of [list, one, file])
      expect(html).not.toMatch(/4711|secret of the machine|Rita’s own/);
    expect(file.html).toMatch(new RegExp(`^\\uFEFF?"?Serial number.*${serial('S1')},PC-0042,Working,`, 's'));
  });

  test('another company’s piece is not there', async () => {
    const browser = await desk.visit(ann);

    expect((await browser.get(`/my/equipment/${foreign}`)).status).toBe(404);
    expect((await browser.get('/my/equipment/nonsense')).status).toBe(404);
    const form = await browser.get(`/my/tickets/new?equipment=${foreign}`);
    expect(form.html).not.toContain('Rita’s own');
  });

  test.each([
    ['thinkpad annex', 1],
    ['50%', 1],
    ['5_%', 0],
    ['nowhere', 0],
  ])('a search for %s finds %i', async (words, count) => {
    const { text } = await (await desk.visit(ann)).get(`/my/equipment?search=${encodeURIComponent(words)}`);

    expect(text).toContain(`In use ${count} `);
  });

  test('the list and a piece’s page are one call each', async () => {
    const browser = await desk.visit(ann);
    await browser.get('/my/equipment');
    const callsOf = async (path: string) => {
      desk.backend.watched.clearRequests();
      expect((await browser.get(path)).status).toBe(200);
      return desk.backend.watched.requests.filter(({ asked }) => asked === 'supportdesk_reads').length;
    };

    expect([await callsOf('/my/equipment'), await callsOf(`/my/equipment/${laptop}`)]).toEqual([1, 1]);
  });

  test('a problem is reported from the piece: the form has it chosen, and the ticket is about it', async () => {
    const browser = await desk.visit(ann);
    const page = await browser.get(`/my/equipment/${printer}`);
    const [, href = ''] = /href="(\/my\/tickets\/new[^"]*)"/.exec(page.html) ?? [];
    const form = await browser.get(href.replaceAll('&#x3D;', '='));
    expect(form.html).toContain(`<option value="${printer}" selected>`);
    expect(form.html).toMatch(/name="subject" value="Issue with Printer 50%"/);
    const sent = await browser.submit(form, '/my/tickets/create', {
      subject: 'No paper',
      description: 'It says so.',
      equipment: String(printer),
    });

    const [, id = ''] = /tickets\/(\d+)/.exec(sent.text) ?? [];
    expect((await browser.get(`/my/tickets/${id}`)).text).toMatch(/Equipment Printer 50% \(.*\) Broken/);
    expect(await stateOf(printer)).toBe('broken');
    expect((await browser.get(`/my/equipment/${printer}`)).text).toContain('No paper');
  });

  test('the form takes no piece that is not theirs', async () => {
    const browser = await desk.visit(ann);
    const form = await browser.get('/my/tickets/new');
    const sent = await browser.submit(form, '/my/tickets/create', {
      subject: 'Theft',
      description: 'Mine now.',
      equipment: String(foreign),
    });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain('This equipment is no longer available');
  });
});

describe('a customer with hundreds of pieces', () => {
  let browser: Visitor;
  let last: number;

  beforeAll(async () => {
    const max = await createCustomer(desk.odoo, 'Max Many');
    const pieces = Array.from({ length: 205 }, (_, index) => ({
      name: `Tablet ${String(index).padStart(3, '0')}`,
      serial_no: serial(`M${index}`),
      x_partner_id: max.companyId,
    }));
    last = (await desk.odoo.model(Equipment).create(pieces)).at(-1) ?? 0;
    await desk.odoo.model(AssetTicket).create(
      Array.from({ length: 21 }, (_, index) => ({
        x_name: `Fault ${index}`,
        x_partner_id: max.partnerId,
        x_equipment_ids: [[6, 0, [last]]] as const,
      })),
    );
    browser = await desk.visit(max);
  });

  test('reads forty a page, in all pages each once, and all of them in the file', async () => {
    const names: string[] = [];
    for (let page = 1; page <= 6; page += 1) {
      const { html } = await browser.get(page === 1 ? '/my/equipment' : `/my/equipment/page/${page}`);
      names.push(...[...html.matchAll(/>(Tablet \d{3})</g)].map(([, name = '']) => name));
      if (page === 1) expect(names).toHaveLength(40);
    }
    const file = await browser.get('/my/equipment/equipment.csv');

    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(205);
    expect(file.html.match(/Tablet \d{3}/g)).toHaveLength(205);
  });

  test('chooses among two hundred in the form, and any by its own page', async () => {
    const form = await browser.get('/my/tickets/new');
    const own = await browser.get(`/my/tickets/new?equipment=${last}`);

    expect(form.html.match(/<option value="\d+">Tablet/g)).toHaveLength(200);
    expect(own.html).toContain(`<option value="${last}" selected>Tablet 204`);
  });

  test('finds the latest twenty tickets on a piece’s page', async () => {
    const { html } = await browser.get(`/my/equipment/${last}`);

    expect(html.match(/Fault \d+/g)).toHaveLength(20);
  });
});

describe('a ticket and its equipment', () => {
  test('customer and site are the equipment’s; it breaks with the ticket, and works when the last one is done', async () => {
    const tickets = desk.odoo.model(AssetTicket);
    const about = { x_equipment_ids: [[6, 0, [laptop]]] as const };
    const [first = 0, second = 0] = await tickets.create([
      { x_name: 'Screen', ...about },
      { x_name: 'Keys', ...about, x_partner_id: rita.partnerId },
    ]);
    const rows = await tickets.read([first, second], ['x_partner_id', 'x_site_id']);
    const states = [await stateOf(laptop)];
    for (const id of [first, second]) {
      await tickets.write([id], { x_state: 'done' });
      states.push(await stateOf(laptop));
    }

    expect(rows.map(({ x_partner_id, x_site_id }) => [idOf(x_partner_id), idOf(x_site_id)])).toEqual([
      [ann.companyId, site],
      [rita.partnerId, site],
    ]);
    expect(states).toEqual(['broken', 'broken', 'working']);
  });

  test('New Ticket on equipment fills the form in', async () => {
    const { odoo } = desk;
    const answer = await runServerAction(odoo, 'action_equipment_ticket', Equipment.name, [laptop, printer]);

    expect(answer).toMatchObject({
      res_model: 'x_support.ticket',
      context: {
        default_x_name: 'Issue with PC-0042 and 1 more',
        default_x_description: expect.stringMatching(
          new RegExp(
            `Equipment: PC-0042 \\(${serial('S1')}\\).*Type: Laptop.*Place: Annex ${unique}, Room 12.*In use by: Ann Archer`,
          ),
        ),
        default_x_equipment_ids: [[6, 0, [laptop, printer]]],
      },
    });
  });

  test('equipment counts its tickets, open and all', async () => {
    const [row] = await desk.odoo.model(Equipment).read([laptop], ['x_ticket_count', 'x_open_ticket_count']);

    expect([row?.x_ticket_count, row?.x_open_ticket_count]).toEqual([2, 0]);
  });
});

test('value goes down by whole months to what remains', async () => {
  const now = new Date();
  const bought = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12, 1))
    .toISOString()
    .slice(0, 10);
  const equipment = desk.odoo.model(Equipment);
  const ids = await equipment.create([
    { name: 'A', cost: 1000, x_residual_value: 100, x_depreciation_months: 36, x_purchased_on: bought },
    { name: 'B', cost: 1000, x_residual_value: 100, x_depreciation_months: 36, x_purchased_on: '2001-01-31' },
    { name: 'C', cost: 1000, x_depreciation_months: 0, x_purchased_on: '2001-01-31' },
  ]);
  const rows = await equipment.read(ids, ['x_book_value', 'x_monthly_depreciation', 'x_depreciated_on']);

  expect(
    rows.map(({ x_book_value, x_monthly_depreciation, x_depreciated_on }) => [
      Math.round(x_book_value),
      Math.round(x_monthly_depreciation),
      x_depreciated_on,
    ]),
  ).toEqual([
    [700, 25, expect.stringMatching(/^\d{4}-\d{2}-01$/)],
    [100, 25, '2004-01-31'],
    [1000, 0, false],
  ]);
});

test('spare parts are counted by what came and what was built in', async () => {
  const { odoo } = desk;
  const [part = 0] = await odoo.model(Part).create([{ x_name: `Toner ${unique}`, x_least: 3 }]);
  const read = async () => (await odoo.model(Part).read([part], ['x_stock', 'x_is_short']))[0];
  await odoo.model(PartMove).create([{ x_part_id: part, x_kind: 'came', x_quantity: 5 }]);
  const before = await read();
  await odoo.model(PartMove).create([{ x_part_id: part, x_quantity: 3, x_equipment_id: printer }]);
  const after = await read();
  const moves = await odoo.model(PartMove).searchRead([['x_part_id', '=', part]], { fields: ['x_date'] });

  expect(before).toMatchObject({ x_stock: 5, x_is_short: false });
  expect(after).toMatchObject({ x_stock: 2, x_is_short: true });
  expect(moves.every(({ x_date }) => typeof x_date === 'string')).toBe(true);
  await expect(odoo.model(PartMove).create([{ x_part_id: part, x_quantity: 0 }])).rejects.toThrow(
    'at least one',
  );
});

test('whose equipment is all retired still finds it', async () => {
  await desk.odoo.model(Equipment).write([foreign], { x_state: 'retired' });
  const browser = await desk.visit(rita);
  const { text } = await browser.get('/my/equipment');

  expect(text).toContain('Retired 1');
  expect(text).not.toContain('No equipment yet');
  expect((await browser.get('/my/equipment?filterby=retired')).text).toContain('Rita’s own');
});

test('what is retired was so from today', async () => {
  const [id = 0] = await desk.odoo.model(Equipment).create([{ name: 'Old', x_state: 'retired' }]);
  const [row] = await desk.odoo.model(Equipment).read([id], ['scrap_date']);

  expect(row?.scrap_date).toMatch(/^20\d\d-/);
});

describe('a file of equipment', () => {
  const heads = 'name;Serial Number;customer;site;type;warranty;cost;State';

  test('is told before it is written, creates and updates by serial number, and takes over what is there', async () => {
    const { odoo } = desk;
    const [company] = await odoo.model(Partner).read([ann.companyId], ['name']);
    await odoo.model(Equipment).create([{ name: 'By hand', serial_no: serial('H1') }]);
    const table = (name: string) =>
      parseTable(
        [
          heads,
          `${name};${serial('F1')};${company?.name};AX;Laptop ${unique};31.12.2030;1.5;Broken`,
          `Hand;${serial('H1')};${company?.name};;;;;`,
          `Lost;${serial('F2')};Nobody at all;;;;;`,
          `Astray;${serial('F3')};${rita.login};AX;;;;`,
          `Twice;${serial('F1')};;;;;;`,
        ].join('\n'),
      );
    const first = await planEquipment(odoo, table('New'));
    const made = await importEquipment(odoo, first, () => undefined);
    const again = await planEquipment(odoo, table('Newer'));
    await importEquipment(odoo, again, () => undefined);
    const rows = await odoo.model(Equipment).searchRead([['serial_no', 'in', [serial('F1'), serial('H1')]]], {
      fields: ['name', 'x_partner_id', 'x_site_id', 'category_id', 'warranty_date', 'cost', 'x_state'],
      order: 'id desc',
    });

    expect(first.problems.map(({ line, problem }) => [line, problem])).toEqual([
      [4, 'customer: nothing is called "Nobody at all"'],
      // That of another customer is none.
      [5, 'site: nothing is called "AX"'],
      [6, `the serial number ${serial('F1')} is in line 2 already`],
    ]);
    expect([first.rows.length, first.known, made.written, made.refused]).toEqual([2, 1, 2, []]);
    expect([again.rows.length, again.known]).toEqual([2, 2]);
    expect(rows).toEqual([
      {
        id: expect.any(Number),
        name: 'Newer',
        x_partner_id: [ann.companyId, company?.name],
        x_site_id: [site, `Annex ${unique}`],
        category_id: [type, `Laptop ${unique}`],
        warranty_date: '2030-12-31',
        cost: 1.5,
        x_state: 'broken',
      },
      expect.objectContaining({ name: 'Hand', x_partner_id: [ann.companyId, company?.name] }),
    ]);
  });
});

test('technical notes are one for a company, opened from any of its contacts', async () => {
  const { odoo } = desk;
  const open = () => runServerAction(odoo, 'action_customer_notes', 'res.partner', [ann.partnerId]);
  expect(await open()).toMatchObject({ res_id: false, context: { default_x_partner_id: ann.companyId } });
  const [notes = 0] = await odoo
    .model(CustomerNote)
    .create([{ x_partner_id: ann.companyId, x_notes: '<p>VLAN 7</p>' }]);

  expect(await open()).toMatchObject({ res_id: notes });
});
