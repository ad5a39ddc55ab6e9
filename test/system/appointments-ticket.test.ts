import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { runCode } from '../support/run-code.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import {
  createVisitWorld,
  HOUR,
  nextWeekday,
  toSecond,
  toText,
  type VisitWorld,
  WEEKDAYS,
  type Worker,
} from '../support/visit-world.ts';

const TICKET = 'x_support.ticket';

let backend: Backend;
let world: VisitWorld;
let customer: Customer;
let worker: Worker;
let other: Worker;
let type: number;

beforeAll(async () => {
  const deployed = await startDeployed({ on: configured('{}') });
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  const calendar = await world.createCalendar(WEEKDAYS);
  [worker, other] = await Promise.all([
    world.createWorker({ x_calendar_id: calendar }),
    world.createWorker({ x_calendar_id: calendar }),
  ]);
  type = await world.createType({ x_user_ids: [[6, 0, [worker.id, other.id]]], x_solves_ticket: true });
  customer = await createCustomer(backend.odoo, 'Ann Archer');
});
afterAll(() => backend?.close());

const write = (id: number, values: object, by: Pick<typeof backend.odoo, 'call'> = backend.odoo) =>
  by.call(Appointment.name, 'write', [[id], values]);

async function readOne(model: string, id: number, fields: readonly string[]) {
  const [row] = (await backend.odoo.call(model, 'read', [[id], fields])) as readonly Record<
    string,
    unknown
  >[];
  return row ?? {};
}

const idOf = (value: unknown): number => (Array.isArray(value) ? Number(value[0]) : 0);

async function agree(
  begin: number,
  values: object = {},
): Promise<{ id: number; ticket: number; event: number }> {
  const id = await world.createVisit({
    x_type_id: type,
    x_technician_id: worker.id,
    x_customer_id: customer.partnerId,
    x_scheduled_date: toText(begin),
    x_status: 'confirmed',
    ...values,
  });
  const visit = await world.read(id);
  return { id, ticket: idOf(visit.x_ticket_id), event: idOf(visit.x_event_id) };
}

const openTicket = async (values: object = {}) =>
  (
    (await backend.odoo.call(TICKET, 'create', [
      [{ x_name: `Jam ${randomUUID().slice(0, 8)}`, x_partner_id: customer.partnerId, ...values }],
    ])) as readonly number[]
  )[0] ?? 0;

describe('a ticket and its appointment', () => {
  test('move together: asked for, agreed, begun, done', async () => {
    const begin = nextWeekday(1, 8);
    const { id, ticket } = await agree(begin, { x_status: 'draft', x_description: '<p>It drips</p>' });
    const state = () => readOne(TICKET, ticket, ['x_state', 'x_next_appointment_at', 'x_closed_at']);

    expect(
      await readOne(TICKET, ticket, ['x_name', 'x_partner_id', 'x_user_id', 'x_description']),
    ).toMatchObject({
      x_name: expect.stringMatching(/^Repair \w+: Ann Archer$/),
      x_partner_id: [customer.partnerId, expect.any(String)],
      x_user_id: [worker.id, worker.name],
      x_description: '<p>It drips</p>',
    });
    expect(await state()).toMatchObject({ x_state: 'new', x_next_appointment_at: false });

    await write(id, { x_status: 'confirmed' });
    expect(await state()).toMatchObject({ x_state: 'in_progress', x_next_appointment_at: toText(begin) });
    await write(id, { x_status: 'in_progress' });
    await write(id, { x_report: '<p>A new seal</p>', x_status: 'completed' });

    expect(await state()).toMatchObject({ x_state: 'done', x_next_appointment_at: false });
    expect(await readOne(TICKET, ticket, ['x_solution'])).toMatchObject({ x_solution: '<p>A new seal</p>' });
    expect(await world.read(id)).toMatchObject({
      x_confirmed_at: expect.any(String),
      x_started_at: expect.any(String),
      x_completed_at: expect.any(String),
    });
  });

  test('goes back to where it was when nothing comes of it, once nobody else comes', async () => {
    const ticket = await openTicket({ x_state: 'waiting' });
    const [first, second] = [nextWeekday(1, 9), nextWeekday(1, 14)];
    const one = await agree(first, { x_ticket_id: ticket });
    const two = await agree(second, { x_ticket_id: ticket });
    const state = () => readOne(TICKET, ticket, ['x_state', 'x_next_appointment_at']);
    const cancel = { x_status: 'cancelled', x_cancel_reason: 'weather' };

    expect(await state()).toMatchObject({ x_state: 'in_progress', x_next_appointment_at: toText(first) });
    await write(two.id, cancel);
    expect(await state()).toMatchObject({ x_state: 'in_progress', x_next_appointment_at: toText(first) });
    await write(one.id, cancel);

    expect(await state()).toMatchObject({ x_state: 'waiting', x_next_appointment_at: false });
  });

  test('shows what is to come next, also once the first one has begun', async () => {
    const ticket = await openTicket();
    const [first, second] = [nextWeekday(1, 10), nextWeekday(1, 16)];
    const { id } = await agree(first, { x_ticket_id: ticket });
    await agree(second, { x_ticket_id: ticket });
    const past = toText(Math.floor(Date.now() / 1000) - HOUR);
    await runCode(
      backend.odoo,
      `
env['x_support.appointment'].browse(${id})._write_multi([{'x_scheduled_date': '${past}'}])
env['x_support.ticket'].browse(${ticket})._write_multi([{'x_next_appointment_at': '${past}'}])`.trim(),
    );

    const [cron] = await findExternalIds(backend.odoo, ['__supportdesk__.cron_next_appointment']);
    await backend.odoo.call('ir.cron', 'method_direct_trigger', [[cron?.recordId]]);

    const row = await readOne(TICKET, ticket, ['x_next_appointment_at']);
    expect(row.x_next_appointment_at).toBe(toText(second));
  });

  test('tells the ticket that an appointment moved to another, or was deleted', async () => {
    const [from, to] = [await openTicket(), await openTicket()];
    const begin = nextWeekday(1, 15);
    const { id, event } = await agree(begin, { x_ticket_id: from });
    const next = async (ticket: number) =>
      (await readOne(TICKET, ticket, ['x_next_appointment_at'])).x_next_appointment_at;

    await write(id, { x_ticket_id: to });
    expect([await next(from), await next(to)]).toEqual([false, toText(begin)]);
    await backend.odoo.call(Appointment.name, 'unlink', [[id]]);

    expect(await next(to)).toBe(false);
    expect(await backend.odoo.call('calendar.event', 'search_count', [[['id', '=', event]]])).toBe(0);
    expect(await world.claimsOf([id])).toEqual([]);
  });
});

describe('Odoo’s own calendar', () => {
  const readEvent = (id: number) =>
    readOne('calendar.event', id, [
      'start',
      'stop',
      'user_id',
      'partner_ids',
      'location',
      'x_appointment_id',
    ]);
  const mails = () =>
    backend.odoo.call('mail.mail', 'search_count', [
      [['mail_message_id.model', '=', 'calendar.event']],
    ]) as Promise<number>;

  test('shows it with whoever goes and whoever is visited, and mails nobody', async () => {
    const before = await mails();
    const begin = nextWeekday(2, 8);
    const { id, event } = await agree(begin, { x_place: 'workshop', x_location: 'Yard 2' });

    expect(await readEvent(event)).toMatchObject({
      start: toText(begin),
      stop: toText(begin + HOUR),
      user_id: [worker.id, worker.name],
      partner_ids: expect.arrayContaining([worker.partnerId, customer.partnerId]),
      location: 'Yard 2',
      x_appointment_id: [id, expect.stringMatching(/^APPT-\d{4,} Ann Archer$/)],
    });
    await write(id, { x_scheduled_date: toText(begin + 2 * HOUR), x_technician_id: other.id });
    expect(await readEvent(event)).toMatchObject({
      start: toText(begin + 2 * HOUR),
      stop: toText(begin + 3 * HOUR),
      user_id: [other.id, other.name],
      partner_ids: expect.not.arrayContaining([worker.partnerId]),
    });
    expect(await world.read(id)).toMatchObject({ x_revision: 1, x_event_id: [event, expect.any(String)] });
    expect(await mails()).toBe(before);
  });

  test('moves it from there by the same rules, or not at all', async () => {
    const begin = nextWeekday(3, 8);
    const { id, event } = await agree(begin);
    await agree(begin + 3 * HOUR);
    const move = (from: number, to: number) =>
      worker.client.call('calendar.event', 'write', [[event], { start: toText(from), stop: toText(to) }]);

    await move(begin + HOUR, begin + 2.5 * HOUR);
    expect(await world.read(id)).toMatchObject({
      x_scheduled_date: toText(begin + HOUR),
      x_end_datetime: toText(begin + 2.5 * HOUR),
      x_duration: 1.5,
    });
    await expect(move(begin + 2 * HOUR, begin + 3.5 * HOUR)).rejects.toMatchObject({
      message: expect.stringMatching(/has another appointment|outside the working hours/),
    });
    await expect(move(begin - 5 * HOUR, begin - 4 * HOUR)).rejects.toMatchObject({
      message: expect.stringMatching(/outside the working hours/),
    });
    expect(await readEvent(event)).toMatchObject({ start: toText(begin + HOUR) });
    expect(await world.claimsOf([id])).toHaveLength(18);
  });

  test('keeps it from being deleted alone', async () => {
    const { event } = await agree(nextWeekday(4, 8));

    await expect(worker.client.call('calendar.event', 'unlink', [[event]])).rejects.toMatchObject({
      message: expect.stringMatching(
        /^This event is the appointment APPT-\d+ Ann Archer\. Cancel it there\./,
      ),
    });
  });
});

describe('the clock of a deadline', () => {
  const SECOND = 1000;

  async function promise(): Promise<number> {
    const [tag = 0] = (await backend.odoo.call('x_support.tag', 'create', [
      [{ x_name: `Visit ${randomUUID().slice(0, 8)}` }],
    ])) as readonly number[];
    await backend.odoo.call('x_support.sla', 'create', [
      [{ x_name: 'Four hours', x_sequence: -1, x_solution_hours: 4, x_tag_ids: [[6, 0, [tag]]] }],
    ]);
    return openTicket({ x_tag_ids: [[6, 0, [tag]]] });
  }

  const read = (ticket: number) =>
    readOne(TICKET, ticket, ['x_sla_deadline', 'x_sla_explanation', 'x_sla_ledger']);
  const dueAt = async (ticket: number) => toSecond((await read(ticket)).x_sla_deadline as string);

  test('waits until the agreed time, and says so', async () => {
    const ticket = await promise();
    const before = await dueAt(ticket);
    const begin = nextWeekday(5, 8);
    const { id } = await agree(begin, { x_ticket_id: ticket });

    // What was left of the four hours is left when somebody comes.
    const left = before - Date.now() / SECOND;
    expect(Math.abs((await dueAt(ticket)) - (begin + left))).toBeLessThan(60);
    expect((await read(ticket)).x_sla_explanation).toMatch(
      /waiting for the appointment on \w+ \d+ \w+ \d\d:\d\d/,
    );

    await write(id, { x_scheduled_date: toText(begin + 2 * HOUR) });
    expect(Math.abs((await dueAt(ticket)) - (begin + 2 * HOUR + left))).toBeLessThan(120);
    await write(id, { x_status: 'cancelled', x_cancel_reason: 'duplicate' });

    // It runs on, but for the moments in which it was agreed.
    expect(Math.abs((await dueAt(ticket)) - before)).toBeLessThan(120);
    expect(
      String((await read(ticket)).x_sla_ledger)
        .split('\n')
        .filter((line) => / (visit|run)/.test(line))
        .at(-1),
    ).toMatch(/^\d+ run$/);
  });

  test('stands still while the ticket waits, whatever is agreed, and after that until somebody comes', async () => {
    const ticket = await promise();
    const begin = nextWeekday(5, 13);
    await agree(begin, { x_ticket_id: ticket });
    await backend.odoo.call(TICKET, 'write', [[ticket], { x_state: 'waiting' }]);

    expect(await dueAt(ticket)).toBe(0);
    await backend.odoo.call(TICKET, 'write', [[ticket], { x_state: 'in_progress' }]);
    expect(await dueAt(ticket)).toBeGreaterThan(begin);
  });
});
