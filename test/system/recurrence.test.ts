import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Play } from '../../src/addons/plays/models.ts';
import { Recurrence, RecurringTicket } from '../../src/addons/recurrence/models.ts';
import { createRecurrenceJob } from '../../src/addons/recurrence/recurrence-job.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { Killed } from '../support/interrupt.ts';
import { anyRule, listOccurrences, toRecurrence } from '../support/recurrence-rule.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const ZONE = 'Europe/Amsterdam';
const HOLIDAYS = ['2030-01-01', '2030-02-28', '2030-12-24', '2031-02-28', '2032-02-27', '2032-05-31'];

/** A real Odoo works them out a hundred times as fast. */
const RULES = process.env.TEST_BACKEND === 'live' ? 300 : 20;

let backend: Backend;
let odoo: Odoo;
/** The account of `serve`, with its one group and no more. */
let service: Odoo;
let play: number;
let calendar: number;
let customer: Customer;
const made: number[] = [];

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  odoo = backend.odoo;
  service = createOdoo(deployed.service);
  customer = await createCustomer(odoo, 'Rita Recurring');
  play = Number(
    await odoo.call(Play.name, 'create', [
      {
        x_name: 'Look after it',
        x_text: '<p>For {{customer}} on {{date}}, {{ticket}}</p>',
        x_to_priority: '0',
        x_step_ids: [
          [0, 0, { x_name: 'Clean' }],
          [0, 0, { x_name: 'Test' }],
        ],
      },
    ]),
  );
  const week = [0, 1, 2, 3, 4].map((day) => [
    0,
    0,
    { name: 'Day', dayofweek: String(day), hour_from: 8, hour_to: 17, day_period: 'morning' },
  ]);
  const leaves = HOLIDAYS.map((day) => {
    const begin = DateTime.fromISO(day, { zone: ZONE });
    const text = (moment: DateTime) => moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
    return [0, 0, { name: day, date_from: text(begin), date_to: text(begin.plus({ days: 1 })) }];
  });
  calendar = Number(
    await odoo.call('resource.calendar', 'create', [
      {
        name: `School ${randomUUID().slice(0, 8)}`,
        tz: ZONE,
        attendance_ids: [[5], ...week],
        leave_ids: leaves,
      },
    ]),
  );
});
afterAll(async () => {
  // A live database is left with nothing that comes due.
  if (made.length > 0) await odoo?.model(Recurrence).write(made, { x_active: false });
  await backend?.close();
});

async function recur(...rows: readonly object[]): Promise<readonly number[]> {
  const ids = (await odoo.call(Recurrence.name, 'create', [
    rows.map((row) => ({ x_name: 'Look after the beamer', x_play_id: play, ...row })),
  ])) as readonly number[];
  made.push(...ids);
  return ids;
}
const jobAt = (now: DateTime, at: Odoo = service) =>
  createRecurrenceJob({ odoo: at, clock: { now: () => now.toJSDate() } });
const runAt = (now: DateTime, at?: Odoo) => runClusterJob(jobAt(now, at));
const ticketsOf = (recurrence: number) =>
  odoo.model(RecurringTicket).searchRead([['x_recurrence_id', '=', recurrence]], {
    fields: ['x_name', 'x_recurrence_date', 'x_description', 'x_priority', 'x_partner_id'],
    order: 'x_recurrence_date, id',
  });
const datesOf = async (recurrence: number) =>
  (await ticketsOf(recurrence)).map(({ x_recurrence_date }) => x_recurrence_date);
/** A rule of somebody's that lets no ticket of that subject in, until it is lifted. */
async function refuseTickets(subject: string) {
  const find = async (model: string, domain: readonly unknown[]) =>
    ((await odoo.call(model, 'search', [domain])) as readonly number[])[0] ?? 0;
  const model_id = await find('ir.model', [['model', '=', RecurringTicket.name]]);
  const field = await find('ir.model.fields', [
    ['model_id', '=', model_id],
    ['name', '=', 'x_name'],
  ]);
  const action = Number(
    await odoo.call('ir.actions.server', 'create', [
      { name: subject, model_id, state: 'code', code: "raise UserError('Not today')" },
    ]),
  );
  const rule = Number(
    await odoo.call('base.automation', 'create', [
      {
        name: subject,
        model_id,
        trigger: 'on_create_or_write',
        trigger_field_ids: [[6, 0, [field]]],
        filter_domain: `[('x_name', '=', '${subject}')]`,
        action_server_ids: [[6, 0, [action]]],
      },
    ]),
  );
  return () => odoo.call('base.automation', 'unlink', [[rule]]);
}
const noon = () => DateTime.utc().set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
const dayOf = (moment: DateTime) => moment.toFormat('yyyy-MM-dd');

describe('the dates of a rule', () => {
  test('are those that a look at every day finds, whatever the rule, month’s ends, leap days and holidays', async () => {
    const rules = fc.sample(anyRule, RULES);
    const expected = rules.map((rule) => listOccurrences(rule, 5, new Set(HOLIDAYS), ZONE));

    const ids = await recur(...rules.map((rule) => ({ ...toRecurrence(rule), x_calendar_id: calendar })));

    const rows = await odoo.model(Recurrence).read(ids, ['x_next_at', 'x_next_dates']);
    const spell = (day: string) =>
      DateTime.fromISO(day).toLocaleString(DateTime.DATE_HUGE, { locale: 'en-US' });
    expect(rows.map(({ x_next_at, x_next_dates }) => ({ x_next_at, x_next_dates }))).toEqual(
      expected.map((dates) => ({
        x_next_at: dates[0]?.opensAt ?? false,
        x_next_dates: dates
          .map(({ nominal, real }) => (nominal === real ? spell(real) : `${spell(real)} ← ${spell(nominal)}`))
          .join('\n'),
      })),
    );
    // Days that were moved are among them.
    expect(rows.some(({ x_next_dates }) => String(x_next_dates).includes('←'))).toBe(true);
  });

  test.each([
    ['the 31st in a short month', { x_day: 31, x_start: '2031-02-01' }, '2031-02-28'],
    [
      '29 February in other years',
      { x_unit: 'year', x_month: '2', x_day: 29, x_start: '2033-01-01' },
      '2033-02-28',
    ],
    [
      '29 February in its own',
      { x_unit: 'year', x_month: '2', x_day: 29, x_start: '2032-01-01' },
      '2032-02-29',
    ],
  ])('have %s', async (_what, rule, day) => {
    const [id = 0] = await recur({ ...rule, x_hour: 12 });

    const [row] = await odoo.model(Recurrence).read([id], ['x_next_at']);
    expect(String(row?.x_next_at).slice(0, 10)).toBe(day);
  });

  test('keep their hour by the clock when it is put forward and back', async () => {
    const daily = { x_unit: 'day', x_calendar_id: calendar, x_closed: 'open', x_hour: 6 };
    const days = ['2030-03-30', '2030-03-31', '2030-10-26', '2030-10-27'];
    const ids = await recur(...days.map((x_start) => ({ ...daily, x_start })));

    const rows = await odoo.model(Recurrence).read(ids, ['x_next_at']);

    expect(rows.map(({ x_next_at }) => x_next_at)).toEqual([
      '2030-03-30 05:00:00',
      '2030-03-31 04:00:00',
      '2030-10-26 04:00:00',
      '2030-10-27 05:00:00',
    ]);
  });
});

describe('a recurrence', () => {
  test('opens a ticket by its play ahead of its date, once, whoever asks and however often', async () => {
    const at = noon().plus({ days: 2 });
    const [id = 0] = await recur({
      x_name: 'Beamer, {{date}}',
      x_unit: 'year',
      x_month: String(at.plus({ days: 3 }).month),
      x_day: at.plus({ days: 3 }).day,
      x_ahead: 3,
      x_hour: 0,
      x_partner_id: customer.partnerId,
    });
    expect(await datesOf(id)).toEqual([]);

    await Promise.all([runAt(at), runAt(at), runAt(at)]);
    await runAt(at);

    const tickets = await ticketsOf(id);
    const day = at.plus({ days: 3 });
    expect(tickets).toMatchObject([
      {
        x_name: `Beamer, ${day.toFormat('d MMMM y')}`,
        x_recurrence_date: dayOf(day),
        x_priority: '0',
        x_partner_id: [customer.partnerId, expect.anything()],
      },
    ]);
    expect(tickets[0]?.x_description).toMatch(/For Rita Recurring on .*, TKT-\d+/);
    const [row] = await odoo.model(Recurrence).read([id], ['x_next_at', 'x_opened_for', 'x_ticket_count']);
    expect(row).toMatchObject({ x_opened_for: dayOf(day), x_ticket_count: 1 });
    expect(String(row?.x_next_at).slice(0, 4)).toBe(String(at.year + 1));
  });

  test('stays with one ticket a date where the service dies behind what Odoo did, or before', async () => {
    const at = noon().plus({ days: 1 });
    const [id = 0] = await recur({ x_unit: 'day', x_hour: 0, x_start: dayOf(at) });
    const dying = (isCarriedOut: boolean) =>
      createOdoo({
        async call(model, method, args, kwargs, options) {
          if (isCarriedOut) await service.call(model, method, args, kwargs, options);
          throw new Killed('on the way');
        },
      });

    await expect(runAt(at, dying(false))).rejects.toThrow(Killed);
    expect(await datesOf(id)).toEqual([]);
    await expect(runAt(at, dying(true))).rejects.toThrow(Killed);
    await runAt(at);

    expect(await datesOf(id)).toEqual([dayOf(at)]);
    // Even where somebody sets it back.
    await odoo.model(Recurrence).write([id], { x_opened_until: false, x_opened_for: false });
    await runAt(at);
    expect(await datesOf(id)).toEqual([dayOf(at)]);
  });

  test('makes up for what was missed as it is told: one for all, or each', async () => {
    const at = noon().plus({ days: 4 });
    const [one = 0, each = 0] = await recur(
      { x_unit: 'day', x_hour: 0 },
      { x_unit: 'day', x_hour: 0, x_catch_up: 'each' },
    );

    await runAt(at);

    expect((await datesOf(one)).slice(-2)).toEqual([dayOf(at.minus({ days: 1 })), dayOf(at)]);
    expect(await datesOf(one)).toHaveLength(2);
    expect((await datesOf(each)).slice(-4)).toEqual([3, 2, 1, 0].map((days) => dayOf(at.minus({ days }))));
  });

  test('opens nothing while it is paused, and makes up for none of it', async () => {
    const [id = 0] = await recur({ x_unit: 'day', x_hour: 0, x_catch_up: 'each' });
    await odoo.model(Recurrence).write([id], { x_paused: true });
    await runAt(noon().plus({ days: 3 }));
    expect(await datesOf(id)).toEqual([]);

    await odoo
      .model(Recurrence)
      .write([id], { x_opened_until: dayOf(noon().minus({ days: 40 })), x_paused: false });
    await runAt(noon());

    expect(await datesOf(id)).toEqual([dayOf(noon())]);
  });

  test('that cannot be opened says why and holds up no other', async () => {
    const at = noon().plus({ days: 1 });
    const name = `Refused ${randomUUID()}`;
    const lift = await refuseTickets(name);
    const [broken = 0, whole = 0] = await recur(
      { x_unit: 'day', x_hour: 0, x_start: dayOf(at), x_name: name },
      { x_unit: 'day', x_hour: 0, x_start: dayOf(at) },
    );

    await runAt(at);
    expect(await datesOf(broken)).toEqual([]);
    expect(await datesOf(whole)).toEqual([dayOf(at)]);
    const [row] = await odoo.model(Recurrence).read([broken], ['x_error', 'x_retry_at']);
    expect(row?.x_error).toContain('Not today');

    await lift();
    await runAt(at.plus({ minutes: 30 }));
    expect(await datesOf(broken)).toEqual([]);
    await runAt(at.plus({ minutes: 61 }));
    expect(await datesOf(broken)).toEqual([dayOf(at)]);
    expect(await odoo.model(Recurrence).read([broken], ['x_error'])).toMatchObject([{ x_error: false }]);
  });

  test('costs one call where nothing is due', async () => {
    let calls = 0;
    const counted = createOdoo({
      call(model, method, args, kwargs, options) {
        calls++;
        return service.call(model, method, args, kwargs, options);
      },
    });
    const job = jobAt(DateTime.utc(2000, 1, 1), counted);
    await job.isNeeded?.(new AbortController().signal);
    calls = 0;

    expect(await job.isNeeded?.(new AbortController().signal)).toBe(false);
    expect(calls).toBeLessThanOrEqual(1);
  });
});
