import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Appointment, Zone } from '../../src/addons/appointments/models.ts';
import { Partner } from '../../src/odoo/builtin-models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import {
  createVisitWorld,
  DAY,
  HOUR,
  MINUTE,
  nextWeekday,
  toText,
  type VisitWorld,
  WEEKDAYS,
  type Worker,
} from '../support/visit-world.ts';

let backend: Backend;
let world: VisitWorld;
let customer: Customer;
let calendar: number;
let near: number;
let far: number;

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  calendar = await world.createCalendar(WEEKDAYS);
  customer = await createCustomer(backend.odoo, 'Ann Archer');
  await backend.odoo.model(Partner).write([customer.partnerId], { zip: '7731 AB' } as never);
  const zones = await backend.odoo.call(Zone.name, 'create', [
    [
      { x_name: 'Near', x_zips: '77, 7731', x_minutes_within: 20, x_minutes_beyond: 50 },
      { x_name: 'Far', x_zips: '88', x_minutes_within: 10, x_minutes_beyond: 60 },
    ],
  ]);
  [near = 0, far = 0] = zones as readonly number[];
});
afterAll(() => backend?.close());

const MONDAY_TEN = () => nextWeekday(1, 10);
/** In the half of a minute that a test may take, it is still the same minute of five. */
const onGrid = (second: number) => Math.ceil(second / 300) * 300;
const now = () => Date.now() / 1000;

interface Case {
  readonly rule: string;
  readonly says: RegExp;
  readonly line?: object;
  readonly type?: object | (() => object);
  readonly begin?: () => number;
  readonly visit?: object;
  readonly prepare?: (worker: Worker, type: number, begin: number) => Promise<unknown>;
  /** Nobody lifts it. */
  readonly always?: boolean;
  /** The portal's ask has no such values. */
  readonly notAsked?: boolean;
}

const other = async (worker: Worker, type: number, begin: number, values: object = {}) =>
  world.createVisit({
    x_type_id: type,
    x_technician_id: worker.id,
    x_customer_id: customer.partnerId,
    x_scheduled_date: toText(begin),
    x_duration: 1,
    ...values,
  });

const CASES: readonly Case[] = [
  { rule: 'past', says: /has passed already\.$/, begin: () => onGrid(now()) - 7 * DAY },
  {
    rule: 'grid',
    says: /multiple of five minutes/,
    begin: () => MONDAY_TEN() + 3 * MINUTE,
    always: true,
  },
  { rule: 'technician', says: /cannot be booked for this type/, line: { x_active: false } },
  {
    rule: 'zone',
    says: /does not visit customers in this area/,
    line: () => ({ x_zone_ids: [[6, 0, [far]]] }),
    type: { x_place: 'site' },
  } as Case,
  { rule: 'notice', says: /too soon: there must be 720 h/, type: { x_min_notice: 720 } },
  { rule: 'horizon', says: /too far ahead.*next 1 days/, type: { x_horizon_days: 1 } },
  {
    rule: 'closed',
    says: /Nobody works .*: Stocktaking/,
    prepare: (_worker, _type, begin) =>
      backend.odoo.call('resource.calendar.leaves', 'create', [
        [
          {
            name: 'Stocktaking',
            calendar_id: calendar,
            date_from: toText(begin - HOUR),
            date_to: toText(begin + HOUR / 2),
          },
        ],
      ]),
    begin: () => nextWeekday(5, 10, { ahead: 20 }),
  },
  { rule: 'hours', says: /outside the working hours of Tess/, begin: () => nextWeekday(1, 11.5) },
  { rule: 'hours', says: /outside the working hours of Tess/, begin: () => nextWeekday(7, 10) },
  {
    rule: 'absence',
    says: /Tess \w+ is away /,
    prepare: (worker, _type, begin) => world.sendOnLeave(worker, begin + HOUR / 2, begin + 5 * HOUR),
  },
  {
    rule: 'taken',
    says: /has another appointment/,
    prepare: (worker, type, begin) => other(worker, type, begin + HOUR / 2),
    always: true,
  },
  {
    rule: 'taken',
    says: /or too short before or after/,
    line: { x_buffer_before: 20 },
    type: { x_buffer_before: 10, x_buffer_after: 15 },
    prepare: (worker, type, begin) => other(worker, type, begin - HOUR - 30 * MINUTE),
  },
  {
    rule: 'event',
    says: /has something else in the calendar/,
    prepare: (worker, _type, begin) =>
      backend.odoo.call(
        'calendar.event',
        'create',
        [
          [
            {
              name: 'Dentist',
              start: toText(begin - HOUR),
              stop: toText(begin + 5 * MINUTE),
              show_as: 'busy',
              partner_ids: [[6, 0, [worker.partnerId]]],
            },
          ],
        ],
        { context: { no_mail_to_attendees: true, dont_notify: true } },
      ),
  },
  {
    rule: 'travel',
    says: /needs 20 min on the way/,
    type: { x_place: 'site' },
    prepare: (worker, type, begin) => other(worker, type, begin - HOUR - 15 * MINUTE),
  },
  {
    rule: 'most',
    says: /has 1 appointments that day already/,
    line: { x_max_per_day: 1 },
    prepare: (worker, type, begin) => other(worker, type, begin + 4 * HOUR),
  },
  {
    rule: 'mostOfType',
    says: /has 1 appointments of this type/,
    type: { x_max_per_day: 1 },
    prepare: (worker, type, begin) => other(worker, type, begin + 4 * HOUR),
  },
];

describe.each(CASES)('$rule', ({ rule, says, line = {}, type = {}, begin = MONDAY_TEN, prepare, always }) => {
  test('refuses whoever writes it, in words, and whoever asks for it', async () => {
    const own = typeof line === 'function' ? (line as () => object)() : line;
    const worker = await world.createWorker({ x_calendar_id: calendar, ...own });
    const kind = await world.createType({ x_user_ids: [[6, 0, [worker.id]]], ...type });
    const moment = begin();
    await prepare?.(worker, kind, moment);
    const values = {
      x_type_id: kind,
      x_technician_id: worker.id,
      x_customer_id: customer.partnerId,
      x_scheduled_date: toText(moment),
    };

    await expect(world.createVisit(values)).rejects.toMatchObject({
      code: 'odoo_user_error',
      message: expect.stringMatching(says),
    });
    expect(
      await world.book({ type: kind, begin: moment, technicians: [worker.id], customer: customer.partnerId }),
    ).toMatchObject({
      result: 'refused',
      why: `appointments.refused.${rule}`,
      said: expect.stringMatching(says),
    });
    // And whoever moves one there.
    const moved = await world.createVisit({
      ...values,
      x_scheduled_date: toText(nextWeekday(3, 14, { ahead: 40 })),
      x_outside_rules: true,
    });
    await backend.odoo.model(Appointment).write([moved], { x_outside_rules: false });
    await expect(
      backend.odoo.model(Appointment).write([moved], { x_scheduled_date: toText(moment) }),
    ).rejects.toMatchObject({ message: expect.stringMatching(says) });
    const outside = world.createVisit({ ...values, x_outside_rules: true });
    if (always) await expect(outside).rejects.toMatchObject({ message: expect.stringMatching(says) });
    else expect(await outside).toBeGreaterThan(0);
  });
});

test('a customer with no postal code of any zone is visited by everybody, from any distance', async () => {
  const nowhere = await createCustomer(backend.odoo, 'Bob Baker');
  const worker = await world.createWorker({ x_calendar_id: calendar, x_zone_ids: [[6, 0, [near]]] });
  const type = await world.createType({ x_place: 'site', x_user_ids: [[6, 0, [worker.id]]] });

  expect(await world.book({ type, begin: MONDAY_TEN(), customer: nowhere.partnerId })).toMatchObject({
    result: 'booked',
  });
});

describe('what was agreed', () => {
  let worker: Worker;
  let type: number;
  let id: number;
  const write = (values: object) => backend.odoo.call(Appointment.name, 'write', [[id], values]);

  beforeAll(async () => {
    worker = await world.createWorker({ x_calendar_id: calendar });
    type = await world.createType({ x_user_ids: [[6, 0, [worker.id]]], x_buffer_after: 10 });
    id = await other(worker, type, nextWeekday(4, 9), { x_status: 'confirmed' });
    // Whatever the rules say now, it stays agreed.
    await backend.odoo.call('x_support.appointment.type', 'write', [
      [type],
      { x_min_notice: 5000, x_horizon_days: 1, x_buffer_after: 60, x_max_per_day: 1 },
    ]);
  });

  test.each([
    ['a note', { x_description: '<p>Bring a ladder</p>' }],
    ['its importance', { x_priority: '3' }],
    ['where it is', { x_location: 'Yard 2' }],
    ['that work began', { x_status: 'in_progress' }],
    ['that it is only asked for', { x_status: 'draft' }],
    ['that it is confirmed', { x_status: 'confirmed' }],
    ['a report', { x_report: '<p>Done</p>' }],
  ])('takes %s, though it would not be agreed today', async (_what, values) => {
    const before = await world.claimsOf([id]);

    await write(values);

    expect(await world.read(id)).toMatchObject(values);
    expect(await world.claimsOf([id])).toHaveLength(before.length);
  });

  test('moves only to where it would be agreed today', async () => {
    await expect(write({ x_scheduled_date: toText(nextWeekday(4, 10)) })).rejects.toMatchObject({
      message: expect.stringMatching(/too soon/),
    });
  });

  test('lets go of its time when it is done, and takes it again when it is not', async () => {
    await write({ x_status: 'completed' });
    expect(await world.claimsOf([id])).toEqual([]);

    await expect(write({ x_status: 'confirmed' })).rejects.toMatchObject({
      message: expect.stringMatching(/too soon/),
    });
  });

  test('notes and a status never fail because the date is past', async () => {
    const past = await other(worker, type, onGrid(now()) - 30 * DAY, {
      x_outside_rules: true,
      x_status: 'confirmed',
    });
    await backend.odoo.model(Appointment).write([past], { x_outside_rules: false });

    for (const values of [
      { x_description: '<p>It rained</p>' },
      { x_status: 'in_progress' },
      { x_location: 'Yard 3' },
      { x_customer_id: false },
      { x_status: 'completed', x_report: '<p>Done</p>' },
    ]) {
      await backend.odoo.call(Appointment.name, 'write', [[past], values]);
    }
    expect(await world.claimsOf([past])).toEqual([]);
  });

  test('holds nobody’s time once it is long over', async () => {
    const begin = nextWeekday(2, 15);
    const one = await other(worker, type, begin, { x_outside_rules: true, x_status: 'confirmed' });
    // As days go by.
    await backend.odoo.call(Appointment.name, 'write', [[one], { x_taken_until: toText(now() - 2 * DAY) }]);
    const kept = await other(worker, type, begin + 2 * HOUR, {
      x_outside_rules: true,
      x_status: 'confirmed',
    });

    const [cron] = await findExternalIds(backend.odoo, ['__supportdesk__.cron_appointment_claims']);
    await backend.odoo.call('ir.cron', 'method_direct_trigger', [[cron?.recordId]]);

    expect(await world.claimsOf([one])).toEqual([]);
    expect(await world.claimsOf([kept])).toHaveLength(12);
    expect(await world.read(one)).toMatchObject({ x_taken_until: false, x_status: 'confirmed' });
  });

  test('asks people why it is cancelled', async () => {
    const one = await other(worker, type, nextWeekday(2, 9), { x_outside_rules: true });

    await expect(
      backend.odoo.call(Appointment.name, 'write', [[one], { x_status: 'cancelled' }]),
    ).rejects.toMatchObject({ message: expect.stringMatching(/^Say why APPT-\d+ Ann Archer is cancelled/) });

    await backend.odoo.call(Appointment.name, 'write', [
      [one],
      { x_status: 'cancelled', x_cancel_reason: 'weather' },
    ]);
    expect(await world.claimsOf([one])).toEqual([]);
    expect(await world.read(one)).toMatchObject({ x_cancel_reason: 'weather', x_event_id: false });
  });
});
