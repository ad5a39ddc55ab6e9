import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Appointment,
  AppointmentTechnician,
  AppointmentTicket,
  AppointmentType,
} from '../../src/addons/appointments/models.ts';
import { Partner, User } from '../../src/odoo/builtin-models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import { createVisitWorld, nextWeekday, toText, type VisitWorld, WEEKDAYS } from '../support/visit-world.ts';
import type { Answer, Visitor } from '../support/visitor.ts';

/** Calls of the service account since it was last asked. */
let calls: string[] = [];
let desk: HelpDesk;
let world: VisitWorld;
let ann: Customer;
let browser: Visitor;
let tom: { readonly id: number; readonly name: string };
let type: number;
const typeName = `Repair ${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  desk = await startHelpDesk({}, (service) => ({
    call(model, method, args, kwargs, options) {
      calls.push(`${model}.${method}`);
      return service.call(model, method, args, kwargs, options);
    },
  }));
  world = createVisitWorld({ ...desk, service: await createServiceAccount(desk.backend) });
  // Of what others offer on a live database nothing is in the way.
  const others = await desk.odoo.model(AppointmentType).search([['x_is_public', '=', true]]);
  await desk.odoo.model(AppointmentType).write(others, { x_is_public: false });
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  await desk.odoo.model(User).write([ann.userId], { tz: 'Europe/Amsterdam' });
  tom = await world.createWorker({ x_calendar_id: await world.createCalendar(WEEKDAYS, 'Europe/Amsterdam') });
  type = await world.createType({
    ...{ x_name: typeName, x_place: 'site', x_user_ids: [[6, 0, [tom.id]]] },
    x_description: 'We come and look',
  });
  browser = await desk.visit(ann);
});
afterAll(() => desk?.close());

const path = '/my/appointments';

async function openTicket(customer = ann, x_name = `Paper jam ${randomUUID().slice(0, 8)}`): Promise<number> {
  const values = { x_name, x_partner_id: customer.partnerId };
  const [id = 0] = await desk.odoo.model(AppointmentTicket).create([values]);
  return id;
}

/** As the desk agrees it: by phone, so that its customer has still to say whether it suits. */
async function agree(begin: number, values: object = {}): Promise<number> {
  return world.createVisit({
    ...{ x_type_id: type, x_customer_id: ann.partnerId, x_technician_id: tom.id },
    ...{ x_scheduled_date: toText(begin), x_status: 'confirmed' },
    ...values,
  });
}

const timesOn = ({ html }: Answer): readonly string[] =>
  [...html.matchAll(/name="time"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);

async function stateOf(id: number) {
  const [row] = await desk.odoo
    .model(Appointment)
    .read([id], ['x_status', 'x_scheduled_date', 'x_customer_answer', 'x_cancel_reason', 'x_cancel_note']);
  return row;
}

async function findOwn(values: object = {}): Promise<number> {
  const domain = Object.entries({ x_customer_id: ann.partnerId, ...values }).map(([name, value]) => [
    name,
    '=',
    value,
  ]);
  const ids = await desk.odoo.call(Appointment.name, 'search', [domain], { order: 'id desc', limit: 1 });
  return (ids as readonly number[])[0] ?? 0;
}

describe('from the page that customers come home to', () => {
  test('appointments are a tile and an entry of the navigation, and say how to book one', async () => {
    expect((await browser.get('/my')).html).toContain(`href="${path}"`);
    const { html, text } = await browser.get(path);

    expect(html).toContain(`<a class="sd-nav-link" href="${path}" aria-current="true">Appointments</a>`);
    expect(text).toContain('No appointments yet');
    expect(html).toContain(`href="${path}/new"`);
  });

  test('are a tile of whoever can book one or has one, and of nobody else', async () => {
    const bob = await createCustomer(desk.odoo, 'Bob Baker');
    const his = await desk.visit(bob);
    const isOffered = async () =>
      (await his.get('/my')).html.includes(`<a class="stretched-link" href="${path}"`);
    expect(await isOffered()).toBe(true);
    await desk.odoo.model(AppointmentType).write([type], { x_is_public: false });
    try {
      expect(await isOffered()).toBe(false);
      expect((await his.get('/my')).location).toMatch(/^\/my\/tickets/);
      const id = await agree(nextWeekday(2, 15), { x_customer_id: bob.partnerId });
      expect(await isOffered()).toBe(true);
      await desk.odoo.model(Appointment).unlink([id]);
    } finally {
      await desk.odoo.model(AppointmentType).write([type], { x_is_public: true });
    }
  });

  test('one is booked in two calls more than it is read with, and makes a ticket', async () => {
    // Each action of Odoo's is looked up once.
    const before = await browser.get(`${path}/new`);
    await browser.submit(before, `${path}/new`, { time: timesOn(before)[1] ?? '' });
    calls = [];
    const page = await browser.get(`${path}/new`);
    expect(calls).toHaveLength(2);
    expect(page.text).toContain(`${typeName} · 1 h · At your place`);
    expect(page.text).toContain('Times in Central European Time (Amsterdam).');
    const [time = ''] = timesOn(page);

    calls = [];
    const fields = { time, description: 'It <jams>', location: 'Dock 3' };
    const { location = '' } = await browser.submit(page, `${path}/new`, fields);
    expect(calls).toHaveLength(2);

    const id = await findOwn();
    expect(location).toBe(`${path}/${id}?notice=booked`);
    const [row] = await desk.odoo
      .model(Appointment)
      .read([id], ['x_description', 'x_location', 'x_ticket_id']);
    expect(row).toMatchObject({ x_description: '<p>It &lt;jams&gt;</p>', x_location: 'Dock 3' });
    expect(row?.x_ticket_id).not.toBe(false);
    const booked = await browser.get(location);
    expect(booked.text).toMatch(/Thank you! The time is yours\..* Confirmed/);
    expect(booked.text).toContain('Dock 3');
    expect(booked.text).not.toContain('Does this time suit you?');
    calls = [];
    expect((await browser.get(path)).text).toContain(typeName);
    expect(calls).toHaveLength(1);
    const ics = await browser.get(`${path}/${id}/appointment.ics`);
    expect([ics.headers.get('content-type'), ics.html]).toEqual([
      expect.stringMatching(/^text\/calendar/),
      expect.stringContaining('BEGIN:VEVENT'),
    ]);
  });

  test('several kinds are chosen from first, by their names in the reader’s language', async () => {
    const other = await world.createType({ x_name: 'Training', x_place: 'online' });
    try {
      const page = await browser.get(`${path}/new`);
      expect(page.text).toContain('What is it for?');
      expect(timesOn(page)).toEqual([]);
      expect(timesOn(await browser.get(`${path}/new?type=${type}`)).length).toBeGreaterThan(0);
    } finally {
      await desk.odoo.model(AppointmentType).write([other], { x_is_public: false });
    }
  });
});

describe('on a ticket', () => {
  test('a visit is booked from its page, stands there, and puts the ticket to work', async () => {
    const ticket = await openTicket();
    const book = `/my/tickets/${ticket}/visit`;
    expect((await browser.get(`/my/tickets/${ticket}`)).html).toContain(`href="${book}"`);

    const page = await browser.get(book);
    await browser.submit(page, book, { time: timesOn(page)[3] ?? '' });

    const id = await findOwn({ x_ticket_id: ticket });
    const [row] = await desk.odoo
      .model(AppointmentTicket)
      .read([ticket], ['x_state', 'x_next_appointment_at']);
    expect(row).toMatchObject({ x_state: 'in_progress', x_next_appointment_at: expect.any(String) });
    const shown = await browser.get(`/my/tickets/${ticket}`);
    expect(shown.html).toContain(`href="${path}/${id}"`);
    expect((await browser.get(book)).text).toContain('You already have an appointment');
    expect((await browser.get(`${path}/${id}`)).html).toContain(`href="/my/tickets/${ticket}"`);
  });

  test('that is done, or where nothing can be booked, no visit is offered', async () => {
    const ticket = await openTicket();
    await desk.odoo.model(AppointmentType).write([type], { x_is_public: false });
    try {
      expect((await browser.get(`/my/tickets/${ticket}`)).html).not.toContain('/visit"');
      expect((await browser.get(`/my/tickets/${ticket}/visit`)).text).toContain('Tell us on a ticket');
    } finally {
      await desk.odoo.model(AppointmentType).write([type], { x_is_public: true });
    }
    const line = await desk.odoo.model(AppointmentTechnician).search([['x_user_id', '=', tom.id]]);
    await desk.odoo.model(AppointmentTechnician).write(line, { x_active: false });
    try {
      expect((await browser.get(`/my/tickets/${ticket}`)).html).not.toContain('/visit"');
    } finally {
      await desk.odoo.model(AppointmentTechnician).write(line, { x_active: true });
    }
    expect((await browser.get(`/my/tickets/${ticket}`)).html).toContain('/visit"');
    await desk.odoo.model(AppointmentTicket).write([ticket], { x_state: 'done' });
    expect((await browser.get(`/my/tickets/${ticket}`)).html).not.toContain('/visit"');
    expect((await browser.get(`/my/tickets/${ticket}/visit`)).location).toBe(`/my/tickets/${ticket}`);
  });

  test('of somebody else none is booked', async () => {
    const bob = await createCustomer(desk.odoo, 'Bob Baker');
    const ticket = await openTicket(bob);
    const page = await browser.get(`${path}/new`);
    const answer = await browser.submit(page, `${path}/new`, {});
    expect(answer.status).toBe(422);

    const fields = { ...Object.fromEntries(tokensOf(page)), time: timesOn(page)[5] ?? '' };
    expect((await browser.post(`/my/tickets/${ticket}/visit`, fields)).status).toBe(404);
    expect(await findOwn({ x_ticket_id: ticket })).toBe(0);
  });
});

function tokensOf({ html }: Answer): readonly (readonly [string, string])[] {
  const form = html.slice(html.indexOf(`action="${path}/new"`));
  return [...form.matchAll(/name="(csrf_token|form_token|type)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
}

describe('a time that somebody else took meanwhile', () => {
  test('costs nothing that was typed, and the page says so and offers others', async () => {
    const page = await browser.get(`${path}/new`);
    const time = timesOn(page).at(-1) ?? '';
    await agree(Number(time.split('-')[0]), { x_customer_id: false });

    const refused = await browser.submit(page, `${path}/new`, {
      time,
      description: 'It jams',
      location: 'Dock 4',
    });

    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(`${tom.name} has another`)]);
    expect(refused.html).toContain('It jams</textarea>');
    expect(refused.html).toContain('value="Dock 4"');
    expect(timesOn(refused)).not.toContain(time);
    const [other = ''] = timesOn(refused);
    const booked = await browser.submit(refused, `${path}/new`, { time: other, description: 'It jams' });
    expect(booked.location).toMatch(/\?notice=booked$/);
  });
});

test('a company books no more of a type than it says, whoever of it asks and however many at once', async () => {
  const kind = await world.createType({ x_user_ids: [[6, 0, [tom.id]]], x_most_coming: 2 });
  const page = `${path}/new`;
  const bob = await createCustomer(desk.odoo, 'Bob Baker', ann.companyId);
  const visitors = [await desk.visit(bob), browser];
  const shown = await Promise.all(visitors.map((visitor) => visitor.get(`${page}?type=${kind}`)));
  const times = timesOn(shown[0] as Answer);

  // Far enough apart to be in nobody's way.
  const sent = await Promise.all(
    [0, 1, 2, 3].map((n) =>
      visitors[n % 2]?.submit(shown[n % 2] as Answer, page, { type: String(kind), time: times[n * 3] ?? '' }),
    ),
  );

  expect(sent.map((answer) => answer?.status).sort()).toEqual([303, 303, 422, 422]);
  expect(sent.find((answer) => answer?.status === 422)?.text).toContain(
    'You have 2 appointments of this type',
  );
  await desk.odoo.model(AppointmentType).write([kind], { x_is_public: false });
});

describe('an appointment', () => {
  test('is moved and cancelled by its customer, with a reason', async () => {
    const id = await agree(nextWeekday(1, 9, { ahead: 14 }));
    const move = await browser.get(`${path}/${id}/move`);
    const [time = ''] = timesOn(move);
    const moved = await browser.submit(move, `${path}/${id}/move`, { time });
    expect(moved.location).toBe(`${path}/${id}?notice=moved`);
    expect(await stateOf(id)).toMatchObject({
      ...{ x_scheduled_date: toText(Number(time.split('-')[0])), x_customer_answer: 'accepted' },
    });

    const cancel = await browser.get(`${path}/${id}/cancel`);
    const cancelled = await browser.submit(cancel, `${path}/${id}/cancel`, {
      ...{ reason: 'weather', note: 'Too much snow' },
    });
    expect(cancelled.location).toBe(`${path}/${id}?notice=cancelled`);
    expect(await stateOf(id)).toMatchObject({
      ...{ x_status: 'cancelled', x_cancel_reason: 'weather', x_cancel_note: 'Too much snow' },
    });
    expect((await browser.get(`${path}/${id}`)).text).toContain('The weather – Too much snow');
  });

  test('that is moved is offered no days beyond those that its type allows', async () => {
    const id = await agree(nextWeekday(4, 15));
    const leadsOn = async () => (await browser.get(`${path}/${id}/move`)).html.includes('rel="next"');
    expect(await leadsOn()).toBe(true);
    await desk.odoo.model(AppointmentType).write([type], { x_horizon_days: 5 });
    try {
      expect(await leadsOn()).toBe(false);
    } finally {
      await desk.odoo.model(AppointmentType).write([type], { x_horizon_days: 0 });
      await desk.odoo.model(Appointment).unlink([id]);
    }
  });

  test('that the desk proposed is confirmed', async () => {
    const id = await agree(nextWeekday(2, 9, { ahead: 14 }), { x_status: 'draft' });
    const page = await browser.get(`${path}/${id}`);
    expect(page.text).toContain('Does this time suit you?');
    await browser.submit(page, `${path}/${id}/accept`, {});

    expect(await stateOf(id)).toMatchObject({ x_status: 'confirmed', x_customer_answer: 'accepted' });
    expect((await browser.get(`${path}/${id}`)).text).not.toContain('Does this time suit you?');
  });

  test('is changed no more once it is too late, whoever sends the form; the page says whom to ask', async () => {
    const id = await agree(nextWeekday(3, 9, { ahead: 14 }));
    const cancel = await browser.get(`${path}/${id}/cancel`);
    await desk.odoo.model(AppointmentType).write([type], { x_cancel_hours: 1000 });
    try {
      const late = await browser.submit(cancel, `${path}/${id}/cancel`, { reason: 'weather' });
      expect([late.status, late.text]).toEqual([
        422,
        expect.stringContaining('no longer be moved or cancelled'),
      ]);
      expect(late.text).toContain('1000 h before');
      expect(late.html).toMatch(/href="\/my\/tickets\/\d+#body"/);
      expect((await browser.get(`${path}/${id}/move`)).text).toContain('no longer be moved or cancelled');
    } finally {
      await desk.odoo.model(AppointmentType).write([type], { x_cancel_hours: 24 });
    }
    expect(await stateOf(id)).toMatchObject({ x_status: 'confirmed' });
  });

  test('is a colleague’s to see, and nobody else’s', async () => {
    const id = await agree(nextWeekday(4, 9, { ahead: 14 }));
    const tim = await createCustomer(desk.odoo, 'Tim Tester', ann.companyId);
    const sam = await createCustomer(desk.odoo, 'Sam Sibling', ann.companyId);
    const bob = await createCustomer(desk.odoo, 'Bob Baker');
    await desk.odoo.call(Partner.name, 'write', [[sam.partnerId], { x_own_tickets_only: true }]);

    expect((await (await desk.visit(tim)).get(path)).text).toContain('for Ann Archer');
    for (const stranger of [sam, bob]) {
      const visitor = await desk.visit(stranger);
      expect((await visitor.get(path)).text).toContain('No appointments yet');
      for (const page of ['', '/move', '/cancel', '/appointment.ics']) {
        expect((await visitor.get(`${path}/${id}${page}`)).status, page).toBe(404);
      }
      const tokens = await visitor.get(`${path}/new`);
      for (const form of ['accept', 'decline', 'move', 'cancel']) {
        const fields = { ...Object.fromEntries(tokensOf(tokens)), reason: 'weather', time: '1790000000-1' };
        expect((await visitor.post(`${path}/${id}/${form}`, fields)).status, form).toBe(404);
      }
    }
    expect(await stateOf(id)).toMatchObject({ x_status: 'confirmed', x_customer_answer: false });
  });

  test('that is completed shows what was done', async () => {
    const id = await agree(nextWeekday(5, 9, { ahead: 14 }));
    await desk.odoo
      .model(Appointment)
      .write([id], { x_status: 'completed', x_report: '<p>New <b>roller</b></p>' });
    const { text, html } = await browser.get(`${path}/${id}`);

    expect(text).toContain('What was done New roller');
    expect(html).not.toContain(`${path}/${id}/cancel"`);
    expect((await browser.get(path)).text).toMatch(/Past .*Completed/);
  });

  test('stands there at once on a page of a year’s appointments, those without a time first', async () => {
    await agree(0, { x_scheduled_date: false, x_technician_id: false, x_status: 'draft' });
    const { html } = await browser.get(path);
    const first = html.slice(html.indexOf('sd-visits'));

    expect(first.indexOf('No time yet')).toBeGreaterThan(0);
    expect(first.indexOf('No time yet')).toBeLessThan(first.indexOf('<time'));
  });
});

describe('in the reader’s language', () => {
  test.each([
    ['nl', 'Afspraken', 'Vrije tijden'],
    ['es', 'Citas', 'Horas libres'],
    ['fr', 'Rendez-vous', 'Horaires libres'],
    ['th', 'นัดหมาย', 'เวลาที่ว่าง'],
  ])('%s', async (language, title, times) => {
    const visitor = await desk.visit(ann);
    await visitor.submit(await visitor.get(path), '/supportdesk/language', { language, redirect: path });

    expect((await visitor.get(path)).text).toContain(title);
    expect((await visitor.get(`${path}/new`)).text).toContain(times);
  });
});

test('a customer without a time zone reads the company’s, by its name', async () => {
  const [company] = (await desk.odoo.call('res.company', 'search_read', [[], ['resource_calendar_id']], {
    ...{ order: 'sequence, id', limit: 1 },
  })) as readonly { readonly resource_calendar_id: readonly [number, string] }[];
  const calendar = company?.resource_calendar_id[0] ?? 0;
  const [before] = (await desk.odoo.call('resource.calendar', 'read', [
    [calendar],
    ['tz'],
  ])) as readonly object[];
  await desk.odoo.call('resource.calendar', 'write', [[calendar], { tz: 'Asia/Bangkok' }]);
  // In English, whichever language somebody else has chosen by now.
  const zoe = await createCustomer(desk.odoo, 'Zoe Zimmer');
  await desk.odoo.model(User).write([zoe.userId], { tz: false });
  const id = await agree(nextWeekday(3, 15, { ahead: 21 }), { x_customer_id: zoe.partnerId });
  try {
    const visitor = await desk.visit(zoe);
    expect((await visitor.get(`${path}/new`)).text).toContain('Times in Indochina Time (Bangkok).');
    expect((await visitor.get(path)).text).toContain('GMT+7');
    expect((await visitor.get(`${path}/${id}`)).text).toContain('GMT+7');
  } finally {
    const { tz } = before as { readonly tz: string };
    await desk.odoo.call('resource.calendar', 'write', [[calendar], { tz }]);
  }
});
