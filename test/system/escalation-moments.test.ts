import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EscalationWatch } from '../../src/addons/escalation/models.ts';
import { SlaTicket } from '../../src/addons/sla/models.ts';
import { parseOdooDatetime } from '../../src/odoo/values.ts';
import { configured } from '../support/configured.ts';
import { createEscalationWorld, type EscalationWorld } from '../support/escalation-world.ts';
import { startDeployed } from '../support/start-deployed.ts';
import { findEnd, type Run, type WorkingHours } from '../support/working-time.ts';

const DAY = 86_400;
const BUDGETS = { first: 1800, next: 7200, solution: 16 * 3600 } as const;
type Target = keyof typeof BUDGETS;

/** A year from now on: both changes of the clock lie ahead, and nothing is due before it is there. */
const year = new Date().getUTCFullYear() + 1;
const start = Date.UTC(year, 0, 4) / 1000;

const HOURS: Readonly<Record<string, WorkingHours | undefined>> = {
  always: undefined,
  office: {
    zone: 'Europe/Amsterdam',
    week: [1, 2, 3, 4, 5].flatMap((day) => [[day, 9, 12.5] as const, [day, 13.25, 17] as const]),
    closed: new Set([`${year}-03-29`, `${year}-04-27`, `${year}-12-25`]),
  },
  plant: {
    zone: 'America/New_York',
    week: [6, 7, 1].flatMap((day) => [[day, 0, 4.5] as const, [day, 5, 24] as const]),
    closed: new Set([`${year}-07-04`, `${year}-11-01`]),
  },
};

const LEVELS = [
  { when: 'share', share: 75, target: 'solution' },
  { when: 'share', share: 33, target: undefined },
  { when: 'missed', hours: 0, target: undefined },
  { when: 'missed', hours: 2.5, target: 'solution' },
  { when: 'missed', hours: 0.25, target: 'next' },
  { when: 'desk', hours: 5, target: undefined },
] as const;
type Level = (typeof LEVELS)[number];

type Fact = readonly [second: number, what: string];
interface Life {
  readonly hours: string;
  readonly level: number;
  readonly facts: readonly Fact[];
  readonly isWaiting: boolean;
}

const CLOCK = ['run', 'wait', 'hold', 'done'];
const TURNS = ['asked', 'answered', 'done'];
const last = (facts: readonly Fact[], kinds: readonly string[]) =>
  facts.findLast(([, what]) => kinds.includes(what));

const life: fc.Arbitrary<Life> = fc
  .record({
    hours: fc.constantFrom(...Object.keys(HOURS)),
    level: fc.nat({ max: LEVELS.length - 1 }),
    opened: fc.integer({ min: start, max: start + 300 * DAY }),
    steps: fc.array(
      fc.record({
        after: fc.oneof(fc.integer({ min: 1, max: 7200 }), fc.integer({ min: 1, max: 4 * DAY })),
        what: fc.constantFrom('run', 'wait', 'hold', 'done', 'asked', 'answered'),
      }),
      { maxLength: 8 },
    ),
    isWaiting: fc.boolean(),
  })
  .map(({ opened, steps, isWaiting, ...rest }) => {
    let at = opened;
    const facts: Fact[] = [[at, 'run']];
    for (const { after, what } of steps) {
      at += after;
      if (isPossible(facts, what)) facts.push([at, what]);
    }
    const end = isWaiting ? 'wait' : 'run';
    if (last(facts, CLOCK)?.[1] !== end) facts.push([at + 60, end]);
    return { ...rest, facts, isWaiting };
  });

function isPossible(facts: readonly Fact[], what: string): boolean {
  const turn = last(facts, TURNS)?.[1];
  if (what === 'asked') return turn !== undefined && turn !== 'asked';
  if (what === 'answered') return turn === undefined || turn === 'asked';
  return last(facts, CLOCK)?.[1] !== what;
}

/** When the level is to act, worked out from what it says alone; undefined where that does not come. */
function expectedAt({ hours, level: index, facts, isWaiting }: Life, opened: number): number | undefined {
  const level: Level | undefined = LEVELS[index];
  const kept = HOURS[hours];
  const turn = last(facts, TURNS);
  if (level === undefined) return undefined;
  if (level.when === 'desk') {
    if (isWaiting || turn?.[1] === 'answered') return undefined;
    const since = turn?.[1] === 'asked' ? Math.max(turn[0], opened) : opened;
    return findEnd(kept, [[since, undefined]], level.hours * 3600);
  }
  const clock = facts.filter(([, what]) => CLOCK.includes(what));
  const runs = clock.flatMap(([from, what], at): Run[] =>
    what === 'run' ? [[from, clock[at + 1]?.[0]]] : [],
  );
  const spans = new Map<Target, readonly Run[]>();
  if (!turn) spans.set('first', [[facts[0]?.[0] ?? 0, undefined]]);
  if (turn?.[1] === 'asked') {
    const since = runs.flatMap(([from, to]): Run[] =>
      to !== undefined && to <= turn[0] ? [] : [[Math.max(from, turn[0]), to]],
    );
    spans.set('next', since);
  }
  spans.set('solution', runs);
  const moments = [...spans].flatMap(([target, ran]) => {
    if (level.target !== undefined && level.target !== target) return [];
    // Nobody is warned of a clock that stands still.
    if (level.when === 'share' && target !== 'first' && isWaiting) return [];
    const budget = BUDGETS[target];
    const wanted =
      level.when === 'share' ? Math.floor((budget * level.share) / 100) : budget + level.hours * 3600;
    return findEnd(kept, ran, wanted) ?? [];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
}

let world: EscalationWorld;
const calendars = new Map<string, number>();
const teams: number[] = [];

beforeAll(async () => {
  world = createEscalationWorld(await startDeployed({ on: configured('tickets: { deadline_hours: 0 }') }));
  for (const [name, hours] of Object.entries(HOURS)) {
    if (hours) calendars.set(name, await createCalendar(name, hours));
  }
  for (const { when, target, ...rest } of LEVELS) {
    const team = await world.createTeam();
    teams.push(team);
    await world.createLevel(team, {
      x_when: when,
      x_target: target ?? false,
      ...('share' in rest ? { x_share: rest.share } : { x_hours: rest.hours }),
    });
  }
}, 900_000);
afterAll(() => world?.close());

async function createCalendar(name: string, { zone, week, closed }: WorkingHours): Promise<number> {
  const attendance_ids = week.map(([day, from, to]) => [
    0,
    0,
    { name: `Day ${day}`, dayofweek: String(day - 1), hour_from: from, hour_to: to, day_period: 'morning' },
  ]);
  const id = Number(
    await world.odoo.call('resource.calendar', 'create', [
      { name: `Escalation ${name}`, tz: zone, attendance_ids },
    ]),
  );
  const inUtc = (moment: DateTime) => moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
  await world.odoo.call('resource.calendar.leaves', 'create', [
    [...closed].map((date) => ({
      name: `Closed ${date}`,
      calendar_id: id,
      date_from: inUtc(DateTime.fromISO(date, { zone })),
      date_to: inUtc(DateTime.fromISO(date, { zone }).plus({ days: 1 })),
    })),
  ]);
  return id;
}

const render = ({ hours, facts }: Life) =>
  [
    ...facts.map((fact) => fact.join(' ')),
    `${facts[0]?.[0]} terms 1 ${calendars.get(hours) ?? 0} ${Object.values(BUDGETS).join(' ')}`,
  ].join('\n');

test('a ticket is looked at when a level is to act on it, over changes of the clock, holidays and breaks', {
  timeout: 300_000,
}, async () => {
  const lives = fc.sample(life, { seed: 20261128, numRuns: process.env.TEST_BACKEND === 'live' ? 80 : 300 });
  const model = world.odoo.model(SlaTicket);
  const ids = await model.create(
    lives.map(({ level, isWaiting }, index) => ({
      x_name: `Life ${index}`,
      x_team_id: teams[level] ?? false,
      x_state: isWaiting ? 'waiting' : 'in_progress',
    })),
  );
  await model.load(
    ['.id', 'x_sla_ledger'],
    lives.map((one, index) => [String(ids[index]), render(one)]),
  );

  await world.settle();

  const watched = await world.odoo.model(EscalationWatch).searchRead([['x_ticket_id', 'in', ids]], {
    fields: ['x_ticket_id', 'x_look_at'],
  });
  const found = new Map(watched.map(({ x_ticket_id, x_look_at }) => [x_ticket_id?.[0], x_look_at]));
  const rows = await model.read([...ids], ['x_opened_at']);
  const seconds = (text: string | false | undefined) =>
    text ? (parseOdooDatetime(text)?.getTime() ?? 0) / 1000 : undefined;
  for (const [index, one] of lives.entries()) {
    const id = ids[index] ?? 0;
    const opened = seconds(rows.find((row) => row.id === id)?.x_opened_at) ?? 0;
    expect({ one, at: seconds(found.get(id)) }).toEqual({ one, at: expectedAt(one, opened) });
  }
  expect(found.size).toBeGreaterThan(lives.length / 3);
});
