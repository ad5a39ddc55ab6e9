import { afterAll, beforeAll, expect, test } from 'vitest';
import { appointments } from '../../src/addons/appointments/addon.ts';
import { Appointment, AppointmentType } from '../../src/addons/appointments/models.ts';
import { createFiles } from '../../src/odoo/files.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { countAsRoot } from '../support/count-as-root.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitWorld, nextWeekday, toText, type VisitWorld } from '../support/visit-world.ts';
import { type Answer, createVisitor, type Visitor } from '../support/visitor.ts';

const ROUNDS = Array.from({
  length: Number(process.env.TEST_RUNS ?? (process.env.TEST_BACKEND === 'live' ? 5 : 3)),
});
const path = '/my/appointments';

let deployed: Deployed;
let world: VisitWorld;
let portals: readonly RunningPortal[];
/** Browsers whose requests a balancer deals out to two copies of the service. */
let anns: readonly Visitor[];
let bobs: readonly Visitor[];
let ann: Customer;
let bob: Customer;
let worker: number;
let type: number;

beforeAll(async () => {
  deployed = await startDeployed();
  const { backend } = deployed;
  const { settings, odoo } = backend;
  world = createVisitWorld(deployed);
  portals = await Promise.all(
    [0, 1].map(() => {
      const service = createOdoo(deployed.service);
      return startPortal({
        sessions: backend.sessions,
        service,
        files: createFiles({ odoo: service, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
        parts: appointments.portal ? [appointments.portal] : [],
        ...(backend.kind === 'live' ? { deadlineMs: 60_000 } : {}),
      });
    }),
  );
  const others = await odoo.model(AppointmentType).search([['x_is_public', '=', true]]);
  await odoo.model(AppointmentType).write(others, { x_is_public: false });
  const calendar = await world.createCalendar([1, 2, 3, 4, 5, 6, 7].map((day) => [day, 0, 24] as const));
  worker = (await world.createWorker({ x_calendar_id: calendar })).id;
  type = await world.createType({ x_calendar_id: calendar, x_user_ids: [[6, 0, [worker]]] });
  ann = await createCustomer(odoo, 'Ann Archer');
  bob = await createCustomer(odoo, 'Bob Baker');
  anns = await enter(ann);
  bobs = await enter(bob);
});
afterAll(async () => {
  await Promise.all((portals ?? []).map((portal) => portal.close()));
  await deployed?.backend.close();
});

async function enter(user: Customer): Promise<readonly Visitor[]> {
  const first = createVisitor(portals[0]?.url ?? '');
  await first.logIn(user);
  return portals.map(({ url }) => createVisitor(url, first.cookies));
}

const at = (visitors: readonly Visitor[], copy: number): Visitor => {
  const visitor = visitors[copy];
  if (!visitor) throw new Error('there is no such copy');
  return visitor;
};

/** The same form to each copy at once, and to both again once they have answered. */
async function sendToAll(visitors: readonly Visitor[], send: (copy: Visitor) => Promise<Answer>) {
  const answers = await Promise.all(visitors.map(send));
  for (const copy of visitors) answers.push(await send(copy));
  const locations = new Set(answers.map(({ location }) => location));
  expect([...locations]).toEqual([expect.any(String)]);
  return [...locations][0] ?? '';
}

const timesOn = ({ html }: Answer): readonly string[] =>
  [...html.matchAll(/name="time"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);

const countOf = (partner: number) =>
  deployed.backend.odoo.model(Appointment).searchCount([['x_customer_id', '=', partner]]);

const messagesOn = (id: number): Promise<number> =>
  countAsRoot(
    deployed.backend.odoo,
    'mail.message',
    `[('model', '=', '${Appointment.name}'), ('res_id', '=', ${id}), ('tracking_value_ids', '!=', False)]`,
  );

test('a form that is sent to two copies books once', async () => {
  for (const _ of ROUNDS) {
    const before = await countOf(ann.partnerId);
    const page = await at(anns, 0).get(`${path}/new`);
    const [time = ''] = timesOn(page);

    const location = await sendToAll(anns, (copy) =>
      copy.submit(page, `${path}/new`, { time, description: 'x' }),
    );

    expect(location).toMatch(/^\/my\/appointments\/\d+\?notice=booked$/);
    expect(await countOf(ann.partnerId)).toBe(before + 1);
  }
});

test('of two customers who choose the same time, one gets it and the other reads so, with nothing lost', async () => {
  for (const _ of ROUNDS) {
    const annsPage = await at(anns, 0).get(`${path}/new`);
    const bobsPage = await at(bobs, 1).get(`${path}/new`);
    const time = timesOn(annsPage)[5] ?? '';
    expect(timesOn(bobsPage)).toContain(time);

    const answers = await Promise.all([
      at(anns, 0).submit(annsPage, `${path}/new`, { time, description: 'Words of Ann' }),
      at(bobs, 1).submit(bobsPage, `${path}/new`, { time, description: 'Words of Bob' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.html).toMatch(/Words of (?:Ann|Bob)<\/textarea>/);
    expect(refused?.text).toContain('has another appointment');
    const begin = toText(Number(time.split('-')[0]));
    const domain = [['x_scheduled_date', '=', begin] as const, ['x_technician_id', '=', worker] as const];
    expect(await deployed.backend.odoo.model(Appointment).searchCount(domain)).toBe(1);
  }
});

test('a change that is sent to two copies is made once, with one line of history', async () => {
  for (const [round] of ROUNDS.entries()) {
    const id = await world.createVisit({
      ...{ x_type_id: type, x_customer_id: ann.partnerId, x_technician_id: worker, x_status: 'confirmed' },
      x_scheduled_date: toText(nextWeekday(1, 9 + round, { ahead: 14 })),
    });
    const move = await at(anns, 0).get(`${path}/${id}/move`);
    const time = timesOn(move).at(-1) ?? '';
    const before = await messagesOn(id);
    await sendToAll(anns, (copy) => copy.submit(move, `${path}/${id}/move`, { time }));
    expect(await messagesOn(id)).toBe(before + 1);

    const cancel = await at(anns, 0).get(`${path}/${id}/cancel`);
    const location = await sendToAll(anns, (copy) =>
      copy.submit(cancel, `${path}/${id}/cancel`, { reason: 'weather', note: 'Snow' }),
    );
    expect(location).toBe(`${path}/${id}?notice=cancelled`);
    expect(await messagesOn(id)).toBe(before + 2);
  }
});
