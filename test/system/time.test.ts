import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ASK_PARAMETER } from '../../src/addons/time/actions.ts';
import { createLinesJob } from '../../src/addons/time/lines-job.ts';
import { TimeEntry, TimeTicket, TimeType } from '../../src/addons/time/models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

const unique = randomUUID().slice(0, 8);
const TODAY = new Date().toISOString().slice(0, 10);
let deployed: Deployed;
let admin: Odoo;
let tess: OdooClient;
let tom: OdooClient;
let tickets: readonly number[];
let covered: number;

beforeAll(async () => {
  deployed = await startDeployed();
  admin = deployed.backend.odoo;
  [tess, tom] = [await logIn(), await logIn()];
  tickets = await admin
    .model(TimeTicket)
    .create([{ x_name: `One ${unique}` }, { x_name: `Two ${unique}` }, { x_name: `Three ${unique}` }]);
  [covered = 0] = await admin.model(TimeType).create([{ x_name: `Care ${unique}`, x_is_billable: false }]);
});
afterAll(() => deployed?.backend.close());

async function logIn(): Promise<OdooClient> {
  const { login: username, password } = await createTechnician(admin);
  const { transport, settings } = deployed.backend;
  return new OdooClient({ transport, db: settings.ODOO_DB, username, password });
}

const at = (place: number) => tickets[place] ?? 0;
const press = (who: OdooClient, action: string, place: number) =>
  runServerAction(createOdooOf(who), action, TimeTicket.name, [at(place)]);
/** Technicians find our external ids as administrators do: by asking. */
const createOdooOf = (who: OdooClient) => ({
  call: ((model, method, args, kwargs, options) =>
    (model === 'ir.model.data' ? admin : who).call(model, method, args, kwargs, options)) as Odoo['call'],
});
const entriesOf = (place: number, who: Odoo = admin) =>
  who.model(TimeEntry).searchRead([['x_ticket_id', '=', at(place)]], {
    fields: ['x_user_id', 'x_hours', 'x_started_at', 'x_coverage', 'x_date', 'x_line'],
    order: 'id',
  });

test('a timer starts, another start stops it and says so, and stopping counts a minute at least', async () => {
  await press(tess, 'action_time_start', 0);
  expect(await entriesOf(0)).toMatchObject([{ x_started_at: expect.any(String), x_hours: 0, x_date: TODAY }]);
  const row = async (place: number) =>
    (
      await createOdoo(tess)
        .model(TimeTicket)
        .searchRead([['id', '=', at(place)]], { fields: ['x_is_timed_by_me', 'x_time_hours'] })
    )[0];
  expect(await row(0)).toMatchObject({ x_is_timed_by_me: true });
  // Once more is no second one.
  await press(tess, 'action_time_start', 0);
  await press(tom, 'action_time_start', 0);
  expect(await entriesOf(0)).toHaveLength(2);

  const told = await press(tess, 'action_time_start', 1);

  expect(told).toMatchObject({ params: { message: expect.stringMatching(/TKT-\d+ was stopped/) } });
  const [hers, his] = await entriesOf(0);
  expect(hers).toMatchObject({ x_started_at: false });
  expect(hers?.x_hours).toBeCloseTo(1 / 60, 2);
  expect(his).toMatchObject({ x_started_at: expect.any(String) });
  await press(tess, 'action_time_stop', 1);
  expect(await row(1)).toMatchObject({ x_is_timed_by_me: false });
  expect((await row(1))?.x_time_hours).toBeCloseTo(1 / 60, 2);
});

test('of timers that are started at once one runs', async () => {
  const ada = await logIn();
  const own = () =>
    createOdoo(ada)
      .model(TimeEntry)
      .searchRead([], { fields: ['x_ticket_id', 'x_started_at'] });

  await Promise.all([0, 1, 2, 0, 1, 2].map((place) => press(ada, 'action_time_start', place)));

  const running = (await own()).filter(({ x_started_at }) => x_started_at !== false);
  expect(running).toHaveLength(1);
  await admin.model(TimeEntry).unlink((await own()).map(({ id }) => id));
});

test('an entry by hand is its writer’s, of today, and billed as its activity is; nobody else’s technician sees it', async () => {
  const [id = 0] = await createOdoo(tess)
    .model(TimeEntry)
    .create([{ x_ticket_id: at(2), x_hours: 1.5, x_type_id: covered, x_note: 'On the phone' }]);

  expect(await entriesOf(2)).toMatchObject([{ x_date: TODAY, x_coverage: 'covered', x_hours: 1.5 }]);
  expect(await entriesOf(2, createOdoo(tess))).toHaveLength(1);
  expect(await entriesOf(2, createOdoo(tom))).toEqual([]);
  await expect(createOdoo(tom).model(TimeEntry).write([id], { x_hours: 9 })).rejects.toMatchObject({
    code: 'odoo_access_error',
  });
  await expect(createOdoo(tess).model(TimeEntry).write([id], { x_hours: 25 })).rejects.toThrow('0 to 24');
  // Totals are everybody's, whoever looks.
  const [total] = await createOdoo(tom)
    .model(TimeTicket)
    .searchRead([['id', '=', at(2)]], { fields: ['x_time_hours'] });
  expect(total?.x_time_hours).toBe(1.5);
  const groups = z
    .array(z.looseObject({ x_hours: z.union([z.number(), z.literal(false)]) }))
    .parse(
      await admin.call(
        TimeEntry.name,
        'read_group',
        [[['x_ticket_id', 'in', tickets]], ['x_hours:sum'], ['x_user_id', 'x_date:month']],
        { lazy: false },
      ),
    );
  expect(groups.reduce((sum, { x_hours }) => sum + (x_hours || 0), 0)).toBeCloseTo(1.5 + 2 / 60, 2);
});

test('where the organisation asks for time, a technician closes no ticket without it, and a machine does', async () => {
  const [mine = 0, hers = 0] = await admin
    .model(TimeTicket)
    .create([{ x_name: `Asked ${unique}` }, { x_name: `Closed by itself ${unique}` }]);
  const close = (who: Odoo, id: number) => who.model(TimeTicket).write([id], { x_state: 'done' });
  await admin.call('ir.config_parameter', 'set_param', [ASK_PARAMETER, '1']);
  try {
    await expect(close(createOdoo(tess), mine)).rejects.toThrow('has no time yet');
    await close(createOdoo(deployed.service), hers);
    await createOdoo(tess)
      .model(TimeEntry)
      .create([{ x_ticket_id: mine, x_hours: 0.25 }]);
    await close(createOdoo(tess), mine);
  } finally {
    await admin.call('ir.config_parameter', 'set_param', [ASK_PARAMETER, '0']);
  }

  const states = await admin
    .model(TimeTicket)
    .searchRead([['id', 'in', [mine, hers]]], { fields: ['x_state'] });
  expect(states.map(({ x_state }) => x_state)).toEqual(['done', 'done']);
});

test.skipIf(process.env.TEST_TIMESHEETS)(
  'without Odoo’s Timesheets the job leaves everything as it is',
  async () => {
    await runClusterJob(createLinesJob({ odoo: createOdoo(deployed.service) }));

    expect((await entriesOf(2))[0]).toMatchObject({ x_line: false });
  },
);

test.runIf(process.env.TEST_TIMESHEETS)(
  'with Timesheets each entry becomes a line there once, follows its entry, and goes with it',
  async () => {
    const [module] = z
      .array(z.object({ id: z.number(), state: z.string() }))
      .parse(
        await admin.call('ir.module.module', 'search_read', [[['name', '=', 'hr_timesheet']], ['state']]),
      );
    if (module?.state !== 'installed') {
      await admin.call('ir.module.module', 'button_immediate_install', [[module?.id]]);
    }
    const [entry] = await entriesOf(2);
    const user = entry?.x_user_id ? entry.x_user_id[0] : 0;
    await admin.call('hr.employee', 'create', [{ name: `Tess ${unique}`, user_id: user }]);
    const job = createLinesJob({ odoo: createOdoo(deployed.service), batchSize: 2 });
    const lines = async () =>
      z
        .array(z.looseObject({ unit_amount: z.number(), name: z.string() }))
        .parse(
          await admin.call('account.analytic.line', 'search_read', [
            [['employee_id.user_id', '=', user]],
            ['unit_amount', 'name'],
          ]),
        );

    await runClusterJob(job);
    await runClusterJob(job);

    const made = await lines();
    const all = await admin.model(TimeEntry).searchRead([['x_user_id', '=', user]], { fields: ['x_hours'] });
    expect(made).toHaveLength(all.length);
    expect(made.map(({ name }) => name).join()).toContain('On the phone');
    await admin.model(TimeEntry).write([entry?.id ?? 0], { x_hours: 2 });
    expect((await lines()).some(({ unit_amount }) => unit_amount === 2)).toBe(true);
    await admin.model(TimeEntry).unlink([entry?.id ?? 0]);
    expect(await lines()).toHaveLength(all.length - 1);
  },
);
