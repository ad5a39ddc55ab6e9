import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAsk } from '../../src/actions/asked-action.ts';
import { bookAction } from '../../src/addons/appointments/actions.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { type Connection, createConnection } from '../../src/odoo/connection.ts';
import { isOdooError } from '../../src/odoo/faults.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
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

const isLive = process.env.TEST_BACKEND === 'live';
const crowd = Number(process.env.TEST_RUNS ?? (isLive ? 200 : 40));
const root = join(import.meta.dirname, '../..');

let backend: Backend;
let world: VisitWorld;
let customer: Customer;
let workers: readonly Worker[];
let type: number;
let account: { readonly ODOO_USERNAME: string; readonly ODOO_PASSWORD: string };
const opened: Connection[] = [];

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  world = createVisitWorld(deployed);
  account = await createServiceLogin(backend);
  const x_calendar_id = await world.createCalendar(WEEKDAYS);
  workers = await Promise.all([1, 2, 3].map(() => world.createWorker({ x_calendar_id })));
  type = await world.createType({ x_user_ids: [[6, 0, workers.map(({ id }) => id)]], x_buffer_after: 10 });
  customer = await createCustomer(backend.odoo, 'Ann Archer');
});
afterAll(async () => {
  await Promise.all(opened.map((connection) => connection.close()));
  await backend?.close();
});

function connect({ ODOO_USERNAME: username, ODOO_PASSWORD: password } = account): Connection {
  const { ODOO_URL: url, ODOO_DB: db } = backend.settings;
  const connection = createConnection({ url, db, username, password, concurrency: 12, timeoutMs: 280_000 });
  opened.push(connection);
  return connection;
}

const bookingOf = (begin: number, technicians: readonly number[], key: string = randomUUID()) => ({
  ...{ key, type, begin, technicians, customer: customer.partnerId, ticket: 0 },
  ...{ description: '', place: false, location: '', via: 'portal' },
});

const visitsAt = async (begin: number) =>
  (await backend.odoo.call(Appointment.name, 'search_read', [
    [
      ['x_type_id', '=', type],
      ['x_scheduled_date', '>', toText(begin - HOUR)],
      ['x_scheduled_date', '<', toText(begin + HOUR)],
      ['x_status', '!=', 'cancelled'],
    ],
    ['x_technician_id', 'x_scheduled_date'],
  ])) as readonly { readonly id: number; readonly x_technician_id: readonly [number, string] }[];

/** How each ended: booked, or refused in words; anything else is thrown. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    const answer = await work;
    if (typeof answer !== 'object' || answer === null || !('result' in answer)) return 'booked';
    return 'why' in answer ? String(answer.why) : 'booked';
  } catch (error) {
    if (isOdooError(error, 'odoo_user_error')) return error.message;
    throw error;
  }
}

const count = (outcomes: readonly string[]) =>
  outcomes.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<string, number>());

test('of very many who want one time at once, by every door, one gets it and the others hear that it is taken', async () => {
  const begin = nextWeekday(1, 9, { ahead: 10 });
  const [worker] = workers;
  if (!worker) throw new Error('nobody works here');
  const copies = [connect(), connect()];
  const admin = connect(backend.settings);
  const ask = createAsk(bookAction);
  const values = {
    ...{ x_type_id: type, x_technician_id: worker.id, x_customer_id: customer.partnerId },
    ...{ x_scheduled_date: toText(begin), x_status: 'confirmed' },
  };
  // Those who move there: agreed for other days before.
  const moving = await Promise.all(
    Array.from({ length: Math.floor(crowd / 10) }, (_, index) =>
      world.createVisit({
        ...values,
        x_scheduled_date: toText(nextWeekday(2 + (index % 3), 14, { ahead: 20 + 7 * Math.floor(index / 3) })),
      }),
    ),
  );

  const outcomes = await Promise.all(
    Array.from({ length: crowd }, (_, index) => {
      const moved = index % 10 === 9 ? moving[Math.floor(index / 10)] : undefined;
      const own = begin + (index % 3) * (HOUR / 4);
      if (moved)
        return outcomeOf(
          admin.odoo.call(Appointment.name, 'write', [[moved], { x_scheduled_date: toText(own) }]),
        );
      if (index % 10 === 8)
        return outcomeOf(
          worker.client.call(Appointment.name, 'create', [[{ ...values, x_scheduled_date: toText(own) }]]),
        );
      const copy = copies[index % 2] ?? copies[0];
      if (!copy) throw new Error('no copy of the service');
      return outcomeOf(ask(copy.odoo, bookingOf(own, [worker.id])));
    }),
  );

  const counts = count(
    outcomes.map((one) => (/has another appointment/.test(one) ? 'appointments.refused.taken' : one)),
  );
  expect(Object.fromEntries(counts)).toEqual({ booked: 1, 'appointments.refused.taken': crowd - 1 });
  expect(await visitsAt(begin)).toHaveLength(1);
});

test('who is glad of anybody gets the next who is free, as long as there is one', async () => {
  const begin = nextWeekday(2, 9, { ahead: 10 });
  const copies = [connect(), connect()];
  const ask = createAsk(bookAction);
  const ids = workers.map(({ id }) => id);

  const outcomes = await Promise.all(
    Array.from({ length: Math.floor(crowd / 4) }, (_, index) => {
      const copy = copies[index % 2] ?? copies[0];
      if (!copy) throw new Error('no copy of the service');
      return outcomeOf(ask(copy.odoo, bookingOf(begin, ids)));
    }),
  );

  expect(Object.fromEntries(count(outcomes))).toEqual({
    booked: 3,
    'appointments.refused.taken': outcomes.length - 3,
  });
  const held = await visitsAt(begin);
  expect(held.map(({ x_technician_id: [id] }) => id).sort()).toEqual([...ids].sort());
});

test('a service that is killed again and again books each form once', { timeout: 280_000 }, async () => {
  await promisify(execFile)(process.execPath, ['scripts/ensure.mjs'], { cwd: root });
  const begins = [8, 10, 13, 15].flatMap((hour) =>
    [1, 2, 3, 4, 5].map((weekday) => nextWeekday(weekday, hour, { ahead: 120 })),
  );
  const forms = begins.map((begin, index) => bookingOf(begin, [workers[index % 3]?.id ?? 0]));
  const { ODOO_URL: url, ODOO_DB: db } = backend.settings;
  const given = { url, db, username: account.ODOO_USERNAME, password: account.ODOO_PASSWORD, forms };
  const code = `
import { createAsk } from '${root}/dist/src/actions/asked-action.js';
import { bookAction } from '${root}/dist/src/addons/appointments/actions.js';
import { createConnection } from '${root}/dist/src/odoo/connection.js';
const { forms, ...account } = JSON.parse(process.argv[1]);
const { odoo, close } = createConnection({ ...account, timeoutMs: 60_000 });
const ask = createAsk(bookAction);
console.log('begun');
await Promise.all(forms.map((form) => ask(odoo, form)));
await close();`;

  let ended = false;
  for (let death = 0; death < 30 && !ended; death += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, JSON.stringify(given)]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const isOver = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const kill = setTimeout(() => child.kill('SIGKILL'), 20 + death * (isLive ? 150 : 15));
    ended = (await isOver) === 0;
    clearTimeout(kill);
  }
  const service = connect();
  const answers = await Promise.all(forms.map((form) => createAsk(bookAction)(service.odoo, form)));

  expect(new Set(answers.map((answer) => answer.result))).toEqual(new Set(['booked']));
  const held = (await backend.odoo.call(Appointment.name, 'search_read', [
    [
      ['x_type_id', '=', type],
      ['x_scheduled_date', 'in', begins.map(toText)],
    ],
    ['x_ticket_id', 'x_event_id'],
  ])) as readonly { readonly id: number; readonly x_ticket_id: unknown; readonly x_event_id: unknown }[];
  expect(held).toHaveLength(forms.length);
  expect(new Set(held.map(({ x_ticket_id }) => JSON.stringify(x_ticket_id))).size).toBe(forms.length);
  const events = await backend.odoo.call('calendar.event', 'search_count', [
    [['x_appointment_id', 'in', held.map(({ id }) => id)]],
  ]);
  expect(events).toBe(forms.length);
});
