import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { TeamTicket } from '../../src/addons/teams/models.ts';
import { type TicketField, ticketField, ticketFields } from '../../src/addons/tickets/slots/ticket-field.ts';
import { type TicketPanel, ticketPanel, ticketPanels } from '../../src/addons/tickets/slots/ticket-panel.ts';
import { yesNo } from '../../src/addons/tickets/slots/yes-no.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import type { PortalOptions } from '../../src/portal/app.ts';
import { defineAddon, extendModel, field } from '../../src/schema/index.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

const Trial = extendModel(TeamTicket, {
  fields: {
    x_trial_room: field.char('Room'),
    x_trial_story: field.text('Story'),
    x_trial_seats: field.integer('Seats'),
    x_trial_due_on: field.date('Due'),
    x_trial_is_vip: field.boolean('VIP'),
  },
});
const trial = defineAddon({ name: 'trial', depends: ['teams'], models: [Trial] });

const own = (en: string, nl: string) => ({ texts: { en, nl } });
const room = ticketField(Trial, {
  key: 'room',
  label: own('Room', 'Lokaal'),
  reads: { x_trial_room: {} },
  value: (row) => row.x_trial_room,
  in: ['details', 'column', 'group', 'filter', 'sort', 'csv', 'form'],
  order: 'x_trial_room',
  none: own('Anywhere', 'Overal'),
  filter: {
    of: (row) => row.x_trial_room || undefined,
    domain: (value) => [['x_trial_room', '=', value]],
  },
  form: {
    kind: 'text',
    column: 'x_trial_room',
    isRequired: true,
    longest: 6,
    help: own('On the door', 'Op de deur'),
  },
});
const story = ticketField(Trial, {
  key: 'story',
  label: own('Story', 'Verhaal'),
  reads: { x_trial_story: {} },
  value: (row) => row.x_trial_story,
  in: ['details', 'form'],
  form: { kind: 'longText', column: 'x_trial_story' },
});
const seats = ticketField(Trial, {
  key: 'seats',
  label: own('Seats', 'Zitplaatsen'),
  reads: { x_trial_seats: {} },
  value: (row) => row.x_trial_seats,
  in: ['details', 'csv', 'form'],
  form: { kind: 'number', column: 'x_trial_seats', least: 1, most: 30 },
});
const due = ticketField(Trial, {
  key: 'due',
  label: own('Wanted on', 'Gewenst op'),
  reads: { x_trial_due_on: {} },
  value: (row) => row.x_trial_due_on && { day: row.x_trial_due_on },
  in: ['details', 'csv', 'form'],
  form: { kind: 'date', column: 'x_trial_due_on' },
});
const vip = ticketField(Trial, {
  key: 'vip',
  label: own('Important', 'Belangrijk'),
  reads: { x_trial_is_vip: {} },
  value: (row) => yesNo(row.x_trial_is_vip),
  in: ['details', 'form'],
  form: { kind: 'checkbox', column: 'x_trial_is_vip' },
});
const banner = ticketPanel(Trial, {
  place: 'banner',
  template: 'partials/restored',
  reads: { x_trial_is_vip: {}, x_team_id: { fields: { display_name: {} } } },
  view: (row) => (row.x_trial_is_vip ? { restored: true } : undefined),
});
const broken = ticketPanel(Trial, {
  place: 'aside',
  template: 'partials/restored',
  reads: {},
  view() {
    throw new Error('stumbles');
  },
});

let backend: Backend;
let portal: RunningPortal;
let ann: Customer;
let browser: Visitor;
let ids: readonly number[];

beforeAll(async () => {
  backend = await startBackend();
  const declarations = [...addons.map(({ declaration }) => declaration), trial];
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  portal = await start([room, story, seats, due, vip], [banner, broken]);
  ann = await createCustomer(backend.odoo, 'Ann Archer');
  ids = await backend.odoo.model(Trial).create([
    { x_name: 'Beamer', x_partner_id: ann.partnerId, x_trial_room: 'B2', x_trial_is_vip: true },
    { x_name: 'Chair', x_partner_id: ann.partnerId, x_trial_room: 'A1 <x>' },
    { x_name: 'Door', x_partner_id: ann.partnerId },
  ]);
  browser = createVisitor(portal.url);
  await browser.logIn(ann);
});
afterAll(async () => {
  await portal?.close();
  await backend?.close();
});

async function start(
  fields: readonly TicketField[],
  panels: readonly TicketPanel[],
  options: Partial<PortalOptions> = {},
): Promise<RunningPortal> {
  return startPortal({
    sessions: backend.sessions,
    service: createOdoo(await createServiceAccount(backend)),
    parts: addons.flatMap((addon) => addon.portal ?? []),
    contributions: [...fields.map(ticketFields.with), ...panels.map(ticketPanels.with)],
    ...options,
  });
}

describe('a field that an addon brings', () => {
  test('is a column of the list, with its order, and costs no call', async () => {
    // The first page after a start looks up what it runs.
    await browser.get('/my/tickets');
    backend.watched.clearRequests();
    const { text, html } = await browser.get('/my/tickets?sortby=room');

    expect(backend.watched.requests).toHaveLength(2);
    expect(text).toMatch(/Priority Room Last update.* Chair .*Room A1 <x> .* Beamer .*Room B2 .* Door /);
    expect(html).toContain('A1 &lt;x&gt;');
    expect(html).toMatch(/aria-sort="ascending"><a href="[^"]*sortby&#x3D;room"><span>Room</);
  });

  test('gathers the list', async () => {
    const { text } = await browser.get('/my/tickets?groupby=room');

    expect(text).toMatch(/A1 <x> TKT.*Chair.* B2 TKT.*Beamer.* Anywhere TKT.*Door/);
  });

  test('filters the list by what its tickets have, through its pages', async () => {
    const { text, html } = await browser.get(`/my/tickets?${new URLSearchParams({ room: 'A1 <x>' })}`);

    expect(text).toContain('All 1 ');
    expect(text).not.toContain('Beamer');
    expect(html).toContain('<option value="A1 &lt;x&gt;" selected>A1 &lt;x&gt;</option>');
    expect(html).toContain('tickets.csv?room&#x3D;A1+%3Cx%3E');
    expect((await browser.get('/my/tickets?room=nowhere')).text).toContain('No tickets found');
  });

  test('stands in the file', async () => {
    const { html } = await browser.get('/my/tickets/tickets.csv?room=B2');

    expect(html.split('\r\n')[0]).toMatch(/,Room,Seats,Wanted on$/);
    expect(html.split('\r\n')[1]).toMatch(/,B2,0,$/);
  });

  test('stands among a ticket’s details, in the reader’s language, at two calls', async () => {
    backend.watched.clearRequests();
    const { text } = await browser.get(`/my/tickets/${ids[0]}`);

    expect(backend.watched.requests).toHaveLength(2);
    expect(text).toMatch(/Details .*Room B2 .*Important Yes/);
    browser.cookies.set('supportdesk_lang', 'nl');
    expect((await browser.get(`/my/tickets/${ids[0]}`)).text).toMatch(/Lokaal B2 .*Belangrijk Ja/);
    browser.cookies.delete('supportdesk_lang');
  });

  test('changes the version of an open page when it changes', async () => {
    const version = async () => (await browser.get(`/my/tickets/${ids[2]}/version`)).text;
    const before = await version();

    await backend.odoo.model(Trial).write([ids[2] ?? 0], { x_trial_room: 'C3' });
    const after = await version();
    await backend.odoo.model(Trial).write([ids[2] ?? 0], { x_trial_room: false });

    expect(after).not.toBe(before);
    expect(await version()).toBe(before);
  });
});

describe('the form for a new ticket', () => {
  const filled = { room: ' B2.1 ', story: 'Once\nupon', seats: '12', due: '2026-10-01', vip: '1' };

  async function send(fields: Readonly<Record<string, string>>, subject = `New ${randomUUID()}`) {
    const form = await browser.get('/my/tickets/new');
    const answer = await browser.submit(form, '/my/tickets/create', { subject, description: 'x', ...fields });
    const [ticket] = await backend.odoo.model(Trial).searchRead([['x_name', '=', subject]], {
      fields: ['x_trial_room', 'x_trial_story', 'x_trial_seats', 'x_trial_due_on', 'x_trial_is_vip'],
    });
    return { answer, ticket };
  }

  test('asks for the fields, each in its way', async () => {
    const { html, text } = await browser.get('/my/tickets/new');

    expect(html).toMatch(
      /id="room" name="room"[^>]*type="text" maxlength="6" required aria-describedby="room-help"/,
    );
    expect(html).toMatch(/<textarea[^>]*name="story"[^>]*maxlength="20000"/);
    expect(html).toMatch(/name="seats"[^>]*type="number" step="1" min="1" max="30"/);
    expect(html).toMatch(/name="due"[^>]*type="date"/);
    expect(html).toMatch(/type="checkbox" id="vip" name="vip" value="1">/);
    expect(text).toContain('Room On the door Story');
    expect(html).not.toContain('is-invalid');
  });

  test('writes them to the ticket', async () => {
    const { answer, ticket } = await send(filled);

    expect(answer.status).toBe(303);
    expect(ticket).toMatchObject({
      x_trial_room: 'B2.1',
      x_trial_story: 'Once\nupon',
      x_trial_seats: 12,
      x_trial_due_on: '2026-10-01',
      x_trial_is_vip: true,
    });
    expect((await browser.get(answer.location ?? '')).text).toMatch(
      /Room B2\.1 Story Once upon Seats 12 Wanted on Oct 1, 2026 Important Yes/,
    );
  });

  test('takes nothing for nothing', async () => {
    const { answer, ticket } = await send({ room: 'B2' });

    expect(answer.status).toBe(303);
    expect(ticket).toMatchObject({
      x_trial_story: false,
      x_trial_seats: 0,
      x_trial_due_on: false,
      x_trial_is_vip: false,
    });
  });

  test.each([
    ['room', '', 'Room: Fill this in.'],
    ['room', 'B2.1234', 'Room: Shorten this to 6 characters.'],
    ['seats', '31', 'Seats: Enter a whole number from 1 to 30.'],
    ['seats', '1e1', 'Seats: Enter a whole number from 1 to 30.'],
    ['due', '2026-02-30', 'Wanted on: Enter a date.'],
  ])('comes back whole where %s is %j', async (key, value, message) => {
    const { answer, ticket } = await send({ ...filled, [key]: value });

    expect(answer.status).toBe(422);
    expect(ticket).toBeUndefined();
    expect(answer.text).toContain(message);
    expect(answer.html).toContain(`href="#${key}"`);
    expect(answer.html).toContain(`id="${key}-error"`);
    expect(answer.html).toContain('Once\nupon</textarea>');
    expect(answer.html).toContain('name="vip" value="1" checked');
  });

  test('shows again what was typed where Odoo cannot be reached', async () => {
    backend.watched.fail({ times: 5, status: 503, match: { model: 'ir.actions.server', method: 'run' } });

    const { answer } = await send(filled);

    expect(answer.status).toBe(503);
    expect(answer.text).toMatch(/Room B2\.1 Story Once upon/);
  });
});

describe('a panel', () => {
  test('stands in its place where it has something to say', async () => {
    expect((await browser.get(`/my/tickets/${ids[0]}`)).text).toContain('Not sent yet');
    expect((await browser.get(`/my/tickets/${ids[1]}`)).text).not.toContain('Not sent yet');
  });

  test('that stumbles over a ticket costs no page', async () => {
    expect((await browser.get(`/my/tickets/${ids[0]}`)).status).toBe(200);
  });

  test('stands on the page behind a link, too', async () => {
    const people = await browser.get(`/my/tickets/${ids[0]}/people`);
    await browser.submit(people, `/my/tickets/${ids[0]}/people/link`, {});
    const shared = /value="(http[^"]+\/supportdesk\/ticket\/[^"]+)"/.exec(
      (await browser.get(`/my/tickets/${ids[0]}/people`)).html,
    );

    const { status, text } = await createVisitor(portal.url).get(new URL(shared?.[1] ?? '').pathname);

    expect(status).toBe(200);
    expect(text).toContain('Not sent yet');
    expect(text).toMatch(/Room B2/);
  });
});

describe('what does not fit together stops the start', () => {
  const shared = { label: 'ticket.team', reads: {}, value: () => 'x', in: ['details'] } as const;
  const panel = { place: 'aside', reads: {}, view: () => ({}) } as const;

  test.each([
    [[ticketField(Trial, { ...shared, key: 'subject' })], [], /key "subject"/],
    [[ticketField(Trial, { ...shared, key: 'Room' })], [], /key "Room"/],
    [[room, room], [], /key "room"/],
    [
      [ticketField(Trial, { ...shared, key: 'assignee', reads: { x_partner_id: {} } }), room],
      [],
      /x_partner_id is read in two ways/,
    ],
    [[], [ticketPanel(Trial, { ...panel, template: 'no/such' })], /no template "no\/such"/],
  ])('%#', async (fields, panels, message) => {
    await expect(start(fields, panels)).rejects.toThrow(message);
  });
});
