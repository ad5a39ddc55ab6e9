import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

// A live database remembers what was handed out and changed, so each run has a team of its own.
const unique = randomUUID().slice(0, 8);
const SCHOOL = `
preset: school
teams: { teams: { library_${unique}: { name: { en: Library ${unique}, nl: Mediatheek ${unique} }, public: true } } }
tickets:
  fields:
    x_room: { required: true, portal: { list: true } }
    x_floor:
      type: selection
      label: { en: Floor, nl: Verdieping }
      help: { en: Where the stairs end, nl: Waar de trap ophoudt }
      values: { ground: { en: Ground floor, nl: Begane grond }, first: { en: First floor, nl: Eerste } }
      default: ground
      portal: { form: true, details: true, list: true, csv: true }
    x_seats: { type: integer, label: Seats, portal: { form: true, details: true } }
    x_during_lesson: { type: boolean, label: During a lesson, portal: { form: true, details: true, csv: true } }
    x_noticed_on: { type: date, label: Noticed on, portal: { form: true, details: true } }
    x_tried: { type: text, label: What was tried, portal: { form: true, details: true } }
    x_country_id: { type: many2one, label: Country, model: res.country, portal: { form: true, details: true } }
    x_cost_centre: { type: char, label: Cost centre }
`;

const Ticket = {
  name: 'x_support.ticket',
  fields: {
    x_name: { type: 'char' },
    x_room: { type: 'char' },
    x_floor: { type: 'selection' },
    x_seats: { type: 'integer' },
    x_during_lesson: { type: 'boolean' },
    x_noticed_on: { type: 'date' },
    x_tried: { type: 'text' },
    x_country_id: { type: 'many2one' },
    x_cost_centre: { type: 'char' },
    x_team_id: { type: 'many2one' },
  },
} as const;

let desk: HelpDesk;
let ann: Visitor;
let jan: Visitor;
let belgium: number;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(SCHOOL), languages: ['nl_NL'] });
  ann = await desk.visit(await createCustomer(desk.odoo, 'Ann Archer'));
  const dutch = await createCustomer(desk.odoo, 'Jan Jansen');
  await desk.odoo.call('res.partner', 'write', [[dutch.partnerId], { lang: 'nl_NL' }]);
  jan = await desk.visit(dutch);
  const [country] = await desk.odoo
    .model({ name: 'res.country', fields: { code: { type: 'char' } } })
    .search([['code', '=', 'BE']]);
  belgium = country ?? 0;
});
afterAll(() => desk?.close());

async function send(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const form = await visitor.get('/my/tickets/new');
  const always = { subject: 'Beamer', description: 'It stays dark', x_room: 'B2.14' };
  return visitor.submit(form, '/my/tickets/create', { ...always, ...fields });
}

const idOf = ({ location = '' }: Answer): number => Number(/\/my\/tickets\/(\d+)/.exec(location)?.[1]);

async function read({ id }: { readonly id: number }) {
  const [row] = await desk.odoo
    .model(Ticket)
    .read([id], Object.keys(Ticket.fields) as (keyof typeof Ticket.fields)[]);
  return row;
}

describe('the form for a new ticket', () => {
  test('asks for what the organisation wants to know, with its defaults and its help', async () => {
    const { html, text } = await ann.get('/my/tickets/new');

    expect(text).toContain('Room');
    expect(text).toContain('Where the stairs end');
    expect(html).toMatch(/<option[^>]* value="ground"[^>]* selected/);
    expect(html).toMatch(/<option[^>]* value="first"(?![^>]* selected)/);
    expect(text).toContain('Belgium');
    expect(text).not.toContain('Cost centre');
  });

  test('speaks the customer’s language, its teams too', async () => {
    const { text } = await jan.get('/my/tickets/new');

    for (const word of [
      'Lokaal',
      'Verdieping',
      'Begane grond',
      'Waar de trap ophoudt',
      `Mediatheek ${unique}`,
    ]) {
      expect(text).toContain(word);
    }
  });

  test('insists on what is required, and keeps the rest', async () => {
    const answer = await send(ann, { x_room: ' ', x_tried: 'Another cable' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Fill this in.');
    expect(answer.html).toContain('Another cable');
  });

  test.each([
    ['x_floor', 'third', 'Choose one of the values on the list.'],
    ['x_floor', 'Ground floor', 'Choose one of the values on the list.'],
    ['x_country_id', '2000000000', 'Choose one of the values on the list.'],
    ['x_seats', 'many', 'Enter a whole number.'],
    ['x_noticed_on', 'yesterday', 'Enter a date.'],
  ])('refuses %s %s', async (name, value, message) => {
    const answer = await send(ann, { [name]: value });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });

  test('takes nothing for a field that does not stand there', async () => {
    const sent = await send(ann, { x_cost_centre: '4711' });

    expect(await read({ id: idOf(sent) })).toMatchObject({ x_cost_centre: false });
  });
});

describe('a ticket with values', () => {
  let id: number;

  beforeAll(async () => {
    const sent = await send(ann, {
      x_floor: 'first',
      x_seats: '24',
      x_during_lesson: '1',
      x_noticed_on: '2026-03-01',
      x_tried: 'Another <cable>',
      x_country_id: String(belgium),
    });
    id = idOf(sent);
  });

  test('has them in Odoo', async () => {
    expect(await read({ id })).toMatchObject({
      x_room: 'B2.14',
      x_floor: 'first',
      x_seats: 24,
      x_during_lesson: true,
      x_noticed_on: '2026-03-01',
      x_tried: 'Another <cable>',
      x_country_id: [belgium, 'Belgium'],
    });
  });

  test('shows them among its details, in two calls as ever', async () => {
    // The first page after a start looks up what it runs.
    await ann.get('/my/tickets');
    desk.backend.watched.clearRequests();

    const { text } = await ann.get(`/my/tickets/${id}`);

    for (const shown of [
      'Room B2.14',
      'Floor First floor',
      'Seats 24',
      'During a lesson Yes',
      'Country Belgium',
    ]) {
      expect(text).toContain(shown);
    }
    expect(text).toMatch(/Noticed on .*2026/);
    expect(text).toContain('What was tried Another <cable>');
    expect(desk.backend.watched.requests).toHaveLength(2);
  });

  test('shows them in the list and in the file, where they are wanted there', async () => {
    const list = await ann.get('/my/tickets');
    const file = await ann.get('/my/tickets/tickets.csv');

    expect(list.text).toContain('First floor');
    expect(list.text).not.toContain('During a lesson');
    const [head = '', ...rows] = file.bytes.toString().trim().split('\n');
    expect(head).toMatch(/Room.*Floor.*During a lesson/);
    expect(rows.find((row) => row.includes('First floor'))).toMatch(/B2\.14.*First floor.*Yes/);
  });
});

test('the team of a ticket is named in its reader’s language', async () => {
  const { html } = await jan.get('/my/tickets/new');
  const option = new RegExp(`<option[^>]* value="(\\d+)"[^>]*>\\s*Mediatheek ${unique}`);
  const team = option.exec(html)?.[1] ?? '';

  const sent = await send(jan, { team });

  expect((await jan.get(`/my/tickets/${idOf(sent)}`)).text).toContain(`Team Mediatheek ${unique}`);
});
