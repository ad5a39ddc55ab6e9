import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Appointment } from '../../src/addons/appointments/models.ts';
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
    expect(Appointment.name).toBe('x_support.appointment');
  });
});
