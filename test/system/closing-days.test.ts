import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { PLAN_PYTHON } from '../../src/addons/closing/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import type { WorkingHours } from '../support/working-time.ts';

const unique = randomUUID().slice(0, 8);
const weekdays = [1, 2, 3, 4, 5];
const CALENDARS: readonly WorkingHours[] = [
  {
    zone: 'Europe/Amsterdam',
    week: weekdays.flatMap((day) => [[day, 9, 12.5] as const, [day, 13.25, 17] as const]),
    closed: new Set(['2026-03-30', '2026-04-27', '2026-10-26', '2026-12-25', '2026-12-28']),
  },
  // Open through both nights in which the clock changes.
  {
    zone: 'America/New_York',
    week: [6, 7, 1].flatMap((day) => [[day, 0, 4.5] as const, [day, 5, 23.5] as const]),
    closed: new Set(['2026-07-04', '2026-11-02']),
  },
  {
    zone: 'Asia/Bangkok',
    week: [...weekdays, 6].map((day) => [day, 6, 20] as const),
    closed: new Set(['2026-04-13', '2026-04-14', '2026-04-15']),
  },
];

let backend: Backend;
let calendars: readonly number[];
let action: number;

beforeAll(async () => {
  ({ backend } = await startDeployed());
  calendars = await Promise.all(CALENDARS.map(createCalendar));
  const [model] = await findExternalIds(backend.odoo, ['__supportdesk__.model__x_support_ticket']);
  const code = `${PLAN_PYTHON}

known = {}
action = {'ends': [add_days(env['resource.calendar'].browse(case[0]), case[1], case[2], known, find_days) for case in env.context['cases']]}`;
  const values = { name: `Days ${unique}`, model_id: model?.recordId, state: 'code', code };
  [action = 0] = z
    .array(z.number())
    .parse(await backend.odoo.call('ir.actions.server', 'create', [[values]]));
});
afterAll(async () => {
  await backend?.odoo.call('ir.actions.server', 'unlink', [[action]]);
  await backend?.close();
});

async function createCalendar({ zone, week, closed }: WorkingHours): Promise<number> {
  const attendance_ids = week.map(([day, from, to]) => [
    0,
    0,
    { name: `Day ${day}`, dayofweek: String(day - 1), hour_from: from, hour_to: to, day_period: 'morning' },
  ]);
  const { odoo } = backend;
  const id = Number(
    await odoo.call('resource.calendar', 'create', [{ name: `${zone} ${unique}`, tz: zone, attendance_ids }]),
  );
  const inUtc = (moment: DateTime) => moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
  await odoo.call('resource.calendar.leaves', 'create', [
    [...closed].map((date) => ({
      name: `Closed ${date}`,
      calendar_id: id,
      date_from: inUtc(DateTime.fromISO(date, { zone })),
      date_to: inUtc(DateTime.fromISO(date, { zone }).plus({ days: 1 })),
    })),
  ]);
  return id;
}

/** Days with opening hours as they are told, worked out without Odoo: as long after opening, so many of them later. */
function findDay({ zone, week, closed }: WorkingHours, begin: number, count: number): number {
  const days: (readonly [opens: number, closes: number])[] = [];
  let date = DateTime.fromSeconds(begin, { zone }).startOf('day').minus({ days: 20 });
  while (days.filter(([opens]) => opens > begin).length < count) {
    const hours = week.filter(([weekday]) => weekday === date.weekday);
    if (hours.length > 0 && !closed.has(date.toISODate() ?? '')) {
      const at = (clock: number) =>
        date.set({ hour: Math.floor(clock), minute: Math.round((clock % 1) * 60) }).toSeconds();
      days.push([
        at(Math.min(...hours.map(([, from]) => from))),
        at(Math.max(...hours.map(([, , to]) => to))),
      ]);
    }
    date = date.plus({ days: 1 });
  }
  const first = days.findLastIndex(([opens]) => opens <= begin);
  const [opened = 0, closed_ = 0] = days[first] ?? [];
  const [opens = 0, closes = 0] = days[first + count] ?? [];
  return Math.min(opens + Math.min(begin, closed_) - opened, closes);
}

const start = Date.UTC(2026, 1, 20) / 1000;

test('working days are those with hours, over holidays and both changes of the clock', async () => {
  const cases = fc.sample(
    fc.record({
      which: fc.nat(CALENDARS.length - 1),
      begin: fc.integer({ min: start, max: start + 330 * 86_400 }),
      count: fc.integer({ min: 1, max: 30 }),
    }),
    { numRuns: 300, seed: 20_261_128 },
  );
  const asked = cases.map(({ which, begin, count }) => [calendars[which], begin, count]);

  const { ends } = z
    .object({ ends: z.array(z.number()) })
    .parse(await backend.odoo.call('ir.actions.server', 'run', [[action]], { context: { cases: asked } }));

  const expected = cases.map(({ which, begin, count }) => {
    const hours = CALENDARS[which];
    return hours && findDay(hours, begin, count);
  });
  const wrong = cases.flatMap((one, index) =>
    ends[index] === expected[index] ? [] : [{ ...one, is: ends[index], should: expected[index] }],
  );
  expect(wrong).toEqual([]);
});

test('without hours every day is one', async () => {
  const context = { cases: [[false, start, 3]] };

  const answer = await backend.odoo.call('ir.actions.server', 'run', [[action]], { context });

  expect(answer).toMatchObject({ ends: [start + 3 * 86_400] });
});
