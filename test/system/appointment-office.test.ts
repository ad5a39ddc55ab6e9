import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { AppointmentWeek } from '../../src/addons/appointments/office/upkeep.ts';
import { Booking, BookingSlot, Cancellation } from '../../src/addons/appointments/office/wizard-models.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import {
  createVisitWorld,
  DAY,
  HOUR,
  nextWeekday,
  toText,
  type VisitWorld,
  WEEKDAYS,
  type Worker,
} from '../support/visit-world.ts';

let backend: Backend;
let world: VisitWorld;
let customer: Customer;
let worker: Worker;
let type: number;

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  customer = await createCustomer(backend.odoo, 'Olga Office');
  const calendar = await world.createCalendar(WEEKDAYS);
  worker = await world.createWorker({ x_calendar_id: calendar });
  type = await world.createType({ x_user_ids: [[6, 0, [worker.id]]], x_sequence: 0 });
});
afterAll(() => backend?.close());

/** A technician clicks; the dialog that opens shows this record. */
async function press(action: string, model: string, id: number) {
  const [found] = await findExternalIds(backend.odoo, [`__supportdesk__.${action}`]);
  const context = { active_model: model, active_ids: [id], active_id: id };
  return (await worker.client.call('ir.actions.server', 'run', [[found?.recordId]], { context })) as {
    readonly res_id?: number;
    readonly res_model?: string;
    readonly tag?: string;
    readonly domain?: never;
  };
}

const slotsOf = (booking: number) =>
  backend.odoo
    .model(BookingSlot)
    .searchRead([['x_booking_id', '=', booking]], { fields: ['x_begins', 'x_name', 'x_technician_id'] });

async function openTicket() {
  const [ticket = 0] = await backend.odoo
    .model(Ticket)
    .create([{ x_name: 'The printer is on fire', x_partner_id: customer.partnerId }]);
  return ticket;
}

/** From the ticket, with two clicks. */
async function bookFromTicket() {
  const ticket = await openTicket();
  const { res_id: booking = 0 } = await press('action_ticket_book', Ticket.name, ticket);
  const slots = await slotsOf(booking);
  const [slot] = slots;
  if (!slot) throw new Error('nothing is offered');
  const done = await press('action_booking_take', BookingSlot.name, slot.id);
  const [visit] = await backend.odoo.model(Appointment).searchRead([['x_ticket_id', '=', ticket]], {
    fields: ['x_status', 'x_technician_id', 'x_scheduled_date', 'x_customer_id'],
  });
  if (!visit) throw new Error('nothing was booked');
  return { ticket, booking, slots, slot, done, visit };
}

describe('a technician', () => {
  test('books a visit from its ticket with two clicks', async () => {
    const { slots, slot, done, visit } = await bookFromTicket();

    // A few of each day, not all of the first.
    expect(new Set(slots.map(({ x_begins }) => String(x_begins).slice(0, 10))).size).toBeGreaterThan(3);
    expect(done).toMatchObject({ tag: 'display_notification' });
    expect(visit).toMatchObject({ x_status: 'confirmed', x_scheduled_date: slot.x_begins });
    expect(visit.x_technician_id).toEqual([worker.id, worker.name]);
    expect(visit.x_customer_id).toEqual([customer.partnerId, expect.anything()]);
  });

  test('is told in the dialog what speaks against a time, and books it all the same', async () => {
    const sunday = nextWeekday(7, 10);
    const [booking = 0] = await createOdoo(worker.client)
      .model(Booking)
      .create([
        {
          x_customer_id: customer.partnerId,
          x_type_id: type,
          x_technician_id: worker.id,
          x_scheduled_date: toText(sunday),
        },
      ]);
    const shown = await press('action_booking_book', Booking.name, booking);
    const [told] = await backend.odoo.model(Booking).read([booking], ['x_warning']);

    expect(shown).toMatchObject({ res_model: Booking.name, res_id: booking });
    expect(told?.x_warning).toContain('working hours');

    await backend.odoo.model(Booking).write([booking], { x_outside_rules: true });
    const done = await press('action_booking_book', Booking.name, booking);
    const [visit] = await backend.odoo
      .model(Appointment)
      .searchRead([['x_scheduled_date', '=', toText(sunday)]], { fields: ['x_outside_rules', 'x_status'] });

    expect(done).toMatchObject({ tag: 'display_notification' });
    expect(visit).toMatchObject({ x_outside_rules: true, x_status: 'confirmed' });
  });

  test('moves an appointment to a time that is offered, and says why', async () => {
    const { visit } = await bookFromTicket();
    const { res_id: booking = 0 } = await press('action_appointment_reschedule', Appointment.name, visit.id);
    await backend.odoo.model(Booking).write([booking], { x_reason: 'The part comes later' });
    const slot = (await slotsOf(booking)).at(-1);
    await press('action_booking_take', BookingSlot.name, slot?.id ?? 0);
    const moved = await world.read(visit.id);

    expect(moved.x_scheduled_date).toBe(slot?.x_begins);
    expect(moved.x_revision).toBe(1);
  });

  test('cancels with one of the reasons, and finds another time at once', async () => {
    const { ticket, visit } = await bookFromTicket();
    const [cancellation = 0] = (await worker.client.call(Cancellation.name, 'create', [
      [{ x_appointment_id: visit.id, x_reason: 'equipment_issue', x_note: 'No part', x_replace: true }],
    ])) as readonly number[];
    const shown = await press('action_cancellation_do', Cancellation.name, cancellation);
    const cancelled = await world.read(visit.id);
    const draft = (cancelled.x_replaced_by_id as readonly [number, string])[0];

    expect(cancelled).toMatchObject({
      x_status: 'cancelled',
      x_cancel_reason: 'equipment_issue',
      x_cancel_note: 'No part',
    });
    expect(await world.read(draft)).toMatchObject({
      x_status: 'draft',
      x_scheduled_date: false,
      x_ticket_id: [ticket, expect.anything()],
    });
    expect((await slotsOf(shown.res_id ?? 0)).length).toBeGreaterThan(0);
  });

  test('gets nothing by the calendar’s own idea of an end: how long it takes decides', async () => {
    const begin = nextWeekday(3, 9, { ahead: 9 });
    const context = { default_x_end_datetime: toText(begin + 7 * HOUR) };
    const [id = 0] = (await worker.client.call(
      Appointment.name,
      'create',
      [
        [
          {
            x_customer_id: customer.partnerId,
            x_type_id: type,
            x_technician_id: worker.id,
            x_scheduled_date: toText(begin),
            x_duration: 1,
          },
        ],
      ],
      { context },
    )) as readonly number[];

    expect(await world.read(id)).toMatchObject({ x_end_datetime: toText(begin + HOUR) });
  });
});

describe('once a day', () => {
  test('what was cancelled long ago is archived, and weeks are counted', async () => {
    const now = Math.floor(Date.now() / 1000 / 300) * 300;
    const past = (begin: number, values: object) =>
      world.createVisit({
        x_customer_id: customer.partnerId,
        x_type_id: type,
        x_technician_id: worker.id,
        x_scheduled_date: toText(begin),
        ...values,
      });
    const old = await past(now - 190 * DAY, { x_status: 'cancelled', x_cancel_reason: 'weather' });
    const recent = await past(now - 10 * DAY, { x_status: 'cancelled', x_cancel_reason: 'weather' });
    await backend.odoo.call(Appointment.name, 'write', [[old], { x_cancelled_at: toText(now - 181 * DAY) }]);
    await past(now - 21 * DAY, { x_status: 'completed' });
    await past(now - 21 * DAY, { x_status: 'completed', x_is_no_show: true });
    const [cron] = await findExternalIds(backend.odoo, ['__supportdesk__.cron_appointments']);
    await backend.odoo.call('ir.cron', 'method_direct_trigger', [[cron?.recordId]]);
    const [week] = await backend.odoo.model(AppointmentWeek).searchRead(
      [
        ['x_begins', '<=', toText(now - 21 * DAY)],
        ['x_ends', '>', toText(now - 21 * DAY)],
      ],
      { fields: ['x_agreed', 'x_completed', 'x_no_shows', 'x_completion', 'x_hours'] },
    );

    expect((await world.read(old)).x_active).toBe(false);
    expect((await world.read(recent)).x_active).toBe(true);
    expect(week).toMatchObject({ x_agreed: 2, x_completed: 1, x_no_shows: 1, x_completion: 50, x_hours: 2 });

    const { domain = [] as never } = await press(
      'action_appointment_week',
      AppointmentWeek.name,
      week?.id ?? 0,
    );
    expect(await backend.odoo.model(Appointment).searchCount(domain)).toBe(2);
  });
});
