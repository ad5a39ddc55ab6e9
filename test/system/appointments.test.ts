import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Zone } from '../../src/addons/appointments/models.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import {
  createVisitWorld,
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
let calendar: number;

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  customer = await createCustomer(backend.odoo, 'Ann Archer');
  calendar = await world.createCalendar(WEEKDAYS);
});
afterAll(() => backend?.close());

describe('a customer', () => {
  let worker: Worker;
  let type: number;

  beforeAll(async () => {
    worker = await world.createWorker({ x_calendar_id: calendar });
    type = await world.createType({ x_user_ids: [[6, 0, [worker.id]]] });
  });

  test('is offered when somebody can come, and books it', async () => {
    const { slots, types } = await world.freeSlots({ type, customer: customer.partnerId });

    expect(types.map(({ id }) => id)).toContain(type);
    expect(slots.length).toBeGreaterThan(20);
    const [slot] = slots;
    if (!slot) throw new Error('nothing is free');
    expect(slot.technicians).toEqual([{ id: worker.id, name: worker.name }]);

    const booked = await world.book({
      type,
      begin: slot.begin,
      technicians: [worker.id],
      customer: customer.partnerId,
    });

    expect(booked).toMatchObject({ result: 'booked', status: 'confirmed', technician: worker.id });
    const id = booked.result === 'booked' ? booked.id : 0;
    expect(await world.read(id)).toMatchObject({
      x_scheduled_date: toText(slot.begin),
      x_end_datetime: toText(slot.end),
      x_status: 'confirmed',
      x_created_via: 'portal',
      x_place: 'workshop',
    });
    expect(await world.claimsOf([id])).toHaveLength(12);
    const again = await world.freeSlots({ type, customer: customer.partnerId });
    expect(again.slots.map(({ begin }) => begin)).not.toContain(slot.begin);
  });

  test('gets one appointment, however often the form is sent', async () => {
    const begin = nextWeekday(1, 10);
    const form = { key: `once-${begin}`, type, begin, customer: customer.partnerId };

    const answers = await Promise.all([world.book(form), world.book(form), world.book(form)]);

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ result: 'booked' });
  });

  test('hears that a time is taken', async () => {
    const begin = nextWeekday(2, 10);
    await world.createVisit({
      x_type_id: type,
      x_technician_id: worker.id,
      x_customer_id: customer.partnerId,
      x_scheduled_date: toText(begin),
    });

    const answer = await world.book({ type, begin: begin + HOUR / 2, customer: customer.partnerId });

    expect(answer).toMatchObject({ result: 'refused', why: 'appointments.refused.taken' });
  });
});

describe('whoever is glad of anybody', () => {
  test('is offered first who is near that day, then who has least to do, and told why', async () => {
    const [near, far, idle] = (await Promise.all(
      [1, 2, 3].map(() => world.createWorker({ x_calendar_id: calendar })),
    )) as [Worker, Worker, Worker];
    const zone = await backend.odoo.call(Zone.name, 'create', [
      [{ x_name: 'North', x_zips: 'N9', x_minutes_within: 15, x_minutes_beyond: 45 }],
    ]);
    const here = await createCustomer(backend.odoo, 'Nina North');
    await backend.odoo.call('res.partner', 'write', [[here.partnerId], { zip: 'N9 1AA' }]);
    const type = await world.createType({
      x_user_ids: [[6, 0, [near.id, far.id, idle.id]]],
      x_place: 'site',
    });
    const day = nextWeekday(3, 8, { ahead: 14 });
    const agree = (technician: Worker, who: Customer, begin: number) =>
      world.createVisit({
        ...{ x_type_id: type, x_technician_id: technician.id, x_customer_id: who.partnerId },
        ...{ x_scheduled_date: toText(begin), x_status: 'confirmed' },
      });
    await agree(near, here, day);
    await agree(far, customer, day);

    const { slots } = await world.freeSlots({
      ...{ type, customer: here.partnerId, from: toText(day), days: 2 },
    });

    const at = (begin: number) => slots.find((slot) => slot.begin === begin);
    const order = (begin: number) => at(begin)?.technicians.map(({ id }) => id);
    expect(zone).toHaveLength(1);
    expect(order(day)).toEqual([idle.id]);
    expect(at(day)?.why).toBe('only');
    // The one is in the zone already, the other has nothing to do, and the third comes from elsewhere.
    expect(order(day + 2 * HOUR)).toEqual([near.id, idle.id, far.id]);
    expect(at(day + 2 * HOUR)?.why).toBe('near');
    expect(at(day + 24 * HOUR + 2 * HOUR)).toMatchObject({ why: 'even' });
    // On their way they need longer than there is.
    expect(order(day + HOUR)).toEqual([idle.id]);
  });
});

describe('a change', () => {
  let worker: Worker;
  let type: number;

  beforeAll(async () => {
    worker = await world.createWorker({ x_calendar_id: calendar });
    type = await world.createType({
      x_user_ids: [[6, 0, [worker.id]]],
      x_cancel_hours: 24,
      x_needs_confirmation: true,
    });
  });

  const ask = async (begin: number, values: object = {}) => {
    const answer = await world.book({ type, begin, customer: customer.partnerId, ...values });
    if (answer.result !== 'booked') throw new Error(answer.said);
    return answer;
  };

  test('of the customer’s: moved, cancelled, each once, as long as there is time', async () => {
    const begin = nextWeekday(4, 9, { ahead: 5 });
    const { id, status } = await ask(begin);
    const by = customer.partnerId;
    const key = `move-${id}`;

    expect(status).toBe('draft');
    expect(await world.change(id, { do: 'move', begin: begin + HOUR, by, key })).toMatchObject({
      result: 'booked',
      status: 'draft',
    });
    expect(await world.read(id)).toMatchObject({ x_scheduled_date: toText(begin + HOUR) });
    await world.change(id, { do: 'move', begin: begin + 4 * HOUR, by });
    // What comes late once more changes nothing.
    await world.change(id, { do: 'move', begin: begin + HOUR, by, key });
    expect(await world.read(id)).toMatchObject({ x_scheduled_date: toText(begin + 4 * HOUR) });
    await world.change(id, { do: 'cancel', by, reason: 'other', note: 'We moved house' });
    expect(await world.read(id)).toMatchObject({
      x_status: 'cancelled',
      x_cancel_reason: 'other',
      x_cancel_note: 'We moved house',
      x_cancelled_at: expect.any(String),
    });
    expect(await world.change(id, { do: 'move', begin, by })).toMatchObject({
      result: 'refused',
      why: 'appointments.refused.over',
    });
  });

  test('comes too late in the last hours, and the desk’s does not', async () => {
    const soon = Math.ceil((Date.now() / 1000 + 2 * HOUR) / 300) * 300;
    const id = await world.createVisit({
      ...{ x_type_id: type, x_technician_id: worker.id, x_customer_id: customer.partnerId },
      ...{ x_scheduled_date: toText(soon), x_status: 'confirmed', x_outside_rules: true },
    });
    const by = customer.partnerId;

    for (const what of ['move', 'cancel']) {
      expect(await world.change(id, { do: what, begin: soon + 72 * HOUR, by })).toMatchObject({
        result: 'refused',
        why: 'appointments.refused.tooLate',
        values: { hours: 24 },
        said: expect.stringMatching(/until 24 h before/),
      });
    }
    expect(await world.change(id, { do: 'cancel', reason: 'emergency', as_customer: false })).toMatchObject({
      status: 'cancelled',
    });
  });

  test('confirmed by the desk, then by the customer', async () => {
    const { id } = await ask(nextWeekday(4, 14, { ahead: 5 }));

    // What customers ask for waits for the desk.
    expect(await world.change(id, { do: 'accept', by: customer.partnerId })).toMatchObject({
      status: 'draft',
    });
    expect(await world.change(id, { do: 'confirm', as_customer: false })).toMatchObject({
      status: 'confirmed',
    });
    expect(await world.read(id)).toMatchObject({ x_customer_answer: 'accepted', x_status: 'confirmed' });
  });
});
