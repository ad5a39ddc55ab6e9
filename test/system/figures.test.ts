import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createAsk } from '../../src/actions/asked-action.ts';
import { judgeAction } from '../../src/addons/figures/actions.ts';
import { createJudgeJob } from '../../src/addons/figures/judge-job.ts';
import { FiguresTicket } from '../../src/addons/figures/models.ts';
import { Policy } from '../../src/addons/sla/models.ts';
import { Tag } from '../../src/addons/teams/models.ts';
import { TimeEntry, TimeTicket } from '../../src/addons/time/models.ts';
import type { OdooClient } from '../../src/odoo/client.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { IMPORTED } from '../../src/sync/import-records.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { createTechnician } from '../support/create-technician.ts';
import {
  CLOCK,
  createCalendar,
  type Fact,
  HOURS,
  lastOf,
  renderLedger,
  TURNS,
} from '../support/deadline-model.ts';
import { expectedMeasures, type Measures } from '../support/figures-model.ts';
import { insertTickets } from '../support/insert-tickets.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import type { Backend } from '../support/start-backend.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

const unique = randomUUID().slice(0, 8);
const isLive = process.env.TEST_BACKEND === 'live';
/** Tickets of each kind; `TEST_RUNS=10000` on a real Odoo makes twenty thousand. */
const COUNT = Number(process.env.TEST_RUNS ?? (isLive ? 1000 : 60));
/** They go straight into Odoo’s table, whose own hands would take hours. */
const isMany = isLive && COUNT > 1000;
const BATCH = 500;
/** In milliseconds, for what takes longer the more tickets there are. */
const PATIENCE = 300_000 + COUNT * 400;

let desk: HelpDesk;
let backend: Backend;
let service: OdooClient;
const tags = new Map<string, number>();
const policies: number[] = [];
const calendars = new Map<string, number>();

beforeAll(async () => {
  desk = await startHelpDesk();
  ({ backend } = desk);
  service = await createServiceAccount(backend);
  for (const [name, hours] of Object.entries(HOURS)) {
    const [tag = 0] = await backend.odoo.model(Tag).create([{ x_name: `${name} ${unique}` }]);
    tags.set(name, tag);
    if (hours) calendars.set(name, await createCalendar(backend.odoo, hours));
    const [policy = 0] = await backend.odoo.model(Policy).create([
      {
        x_name: `${name} ${unique}`,
        x_sequence: -1,
        x_tag_ids: [[6, 0, [tag]]],
        x_first_hours: 0.5,
        x_next_hours: 2,
        x_solution_hours: 16,
        x_calendar_id: calendars.get(name) ?? false,
      },
    ]);
    policies.push(policy);
  }
}, PATIENCE);
afterAll(async () => {
  await backend?.odoo.model(Policy).write(policies, { x_active: false });
  await desk?.close();
});

const FIELDS = [
  'x_figures_id',
  'x_first_id',
  'x_first_hours',
  'x_answer_id',
  'x_answer_hours',
  'x_solution_id',
  'x_solution_hours',
  'x_kept_id',
  'x_kept_share',
  'x_first_kept_id',
  'x_first_kept_share',
  'x_reopened_id',
  'x_reopened_share',
  'x_rating_id',
  'x_rating_stars',
  'x_answer_count',
  'x_reopening_count',
] as const;

/** Tickets by id, in minutes and shares, undefined where the link says that nothing is judged. */
async function readMeasures(ids: readonly number[]) {
  const rows = await backend.odoo
    .model(FiguresTicket)
    .with({ context: { active_test: false } })
    .searchRead([['id', 'in', ids]], { fields: FIELDS, order: 'id' });
  return rows.map((row) => ({
    id: row.id,
    first: row.x_first_id ? Math.round(row.x_first_hours * 60) : undefined,
    answer: row.x_answer_id ? Math.round(row.x_answer_hours * 60) : undefined,
    solution: row.x_solution_id ? Math.round(row.x_solution_hours * 60) : undefined,
    kept: row.x_kept_id ? row.x_kept_share : undefined,
    firstKept: row.x_first_kept_id ? row.x_first_kept_share : undefined,
    reopened: row.x_reopened_id ? row.x_reopened_share : undefined,
    stars: row.x_rating_id ? row.x_rating_stars : undefined,
    answers: row.x_answer_count,
    reopenings: row.x_reopening_count,
  }));
}

const inBatches = <T>(items: readonly T[]) =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  );

interface Life {
  readonly hours: string;
  readonly facts: readonly Fact[];
  /** A target that was missed on the way. */
  readonly missed: string;
  readonly rating: string;
  readonly isMerged: boolean;
  /** A technician's place, or nobody's. */
  readonly person: number;
  readonly times: readonly { readonly minutes: number; readonly coverage: 'billable' | 'covered' }[];
}

const PEOPLE = 4;

const start = Date.UTC(2026, 0, 20) / 1000;
const pause = fc.oneof(
  fc.integer({ min: 1, max: 7200 }),
  fc.integer({ min: 1, max: 3 * 86_400 }),
  fc.integer({ min: 1, max: 20 * 86_400 }),
);
const life: fc.Arbitrary<Life> = fc
  .record({
    hours: fc.constantFrom(...Object.keys(HOURS)),
    opened: fc.integer({ min: start, max: start + 200 * 86_400 }),
    steps: fc.array(
      fc.record({ after: pause, what: fc.constantFrom('run', 'wait', 'hold', 'done', 'asked', 'answered') }),
      { maxLength: 9 },
    ),
    isDone: fc.boolean(),
    missed: fc.constantFrom('', '', 'first', 'solution'),
    rating: fc.constantFrom('0', '0', '0', '1', '4', '5'),
    isMerged: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
    person: fc.integer({ min: 0, max: PEOPLE }),
    times: fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 600 }),
        coverage: fc.constantFrom('billable', 'covered'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ hours, opened, steps, isDone, ...more }) => {
    let at = opened;
    const facts: Fact[] = [[at, 'run']];
    for (const { after, what } of steps) {
      at += after;
      if (isPossible(facts, what)) facts.push([at, what]);
    }
    const end = isDone ? 'done' : 'run';
    if (lastOf(facts, CLOCK) !== end) facts.push([at + 60, end]);
    return { hours, facts, ...more };
  });

function isPossible(facts: readonly Fact[], what: string): boolean {
  const turn = lastOf(facts, TURNS);
  if (what === 'asked') return turn !== undefined && turn !== 'asked';
  if (what === 'answered') return turn === undefined || turn === 'asked';
  return lastOf(facts, CLOCK) !== what;
}

const nothing: Measures = { answers: 0, reopenings: 0 };

describe('tickets whose clock Odoo kept', () => {
  const lives = fc
    .sample(life, { seed: 20261128, numRuns: COUNT })
    .map((one, index) => (index < BATCH ? { ...one, isMerged: one.isMerged && !isMany } : one));
  let found: Awaited<ReturnType<typeof readMeasures>>;
  const ids: number[] = [];
  const people: (number | false)[] = [];

  beforeAll(async () => {
    for (let place = 0; place < PEOPLE; place += 1) people.push(await createUser());
    people.push(false);
    for (const some of inBatches(lives)) {
      const made = await (isMany ? insertLives(some, ids[0]) : makeLives(some));
      ids.push(...made);
      await backend.odoo.model(TimeEntry).create(
        some.flatMap(({ times }, index) =>
          times.map(({ minutes, coverage }) => ({
            ...{ x_ticket_id: made[index] ?? 0, x_hours: minutes / 60 },
            ...{ x_coverage: coverage, x_user_id: people[0] || 0, x_date: '2026-11-01' },
          })),
        ),
      );
      await createAsk(judgeAction)(backend.odoo, { tickets: made });
    }
    found = (await Promise.all(inBatches(ids).map(readMeasures))).flat();
  }, PATIENCE);

  const stateOf = ({ facts }: Life) => (lastOf(facts, CLOCK) === 'done' ? 'done' : 'in_progress');

  async function makeLives(some: readonly Life[]): Promise<readonly number[]> {
    const model = backend.odoo.model(FiguresTicket);
    const made = await model.create(
      some.map(({ hours }, index) => ({
        x_name: `Life ${index} ${unique}`,
        x_tag_ids: [[6, 0, [tags.get(hours) ?? 0]]],
      })),
    );
    await model.load(
      ['.id', 'x_state'],
      some.map((one, index) => [String(made[index]), stateOf(one)]),
    );
    await model.load(
      ['.id', 'x_sla_ledger', 'x_rating', 'x_merged_into_id/.id', 'x_user_id/.id'],
      some.map((one, index) => [
        String(made[index]),
        ledgerOf(one),
        one.rating,
        one.isMerged ? String(made[0]) : '',
        String(people[one.person] || ''),
      ]),
      { [IMPORTED]: true },
    );
    return made;
  }

  /** The first of them is merged into none, since there is none yet. */
  const insertLives = (some: readonly Life[], into = 0) =>
    insertTickets(
      backend.odoo,
      ['x_name', 'x_state', 'x_sla_ledger', 'x_rating', 'x_merged_into_id', 'x_user_id'],
      some.map((one, index) => [
        ...[`Life ${index} ${unique}`, stateOf(one), ledgerOf(one), one.rating],
        one.isMerged ? into : null,
        people[one.person] || null,
      ]),
    );

  async function createUser(): Promise<number> {
    const { login } = await createTechnician(backend.odoo);
    const [id] = z
      .array(z.number())
      .parse(await backend.odoo.call('res.users', 'search', [[['login', '=', login]]]));
    return id ?? 0;
  }

  /** With the terms that a policy of these hours has. */
  function ledgerOf({ hours, facts, missed }: Life): string {
    const [opened, ...rest] = facts;
    const policy = policies[Object.keys(HOURS).indexOf(hours)] ?? 0;
    const calendar = calendars.get(hours) ?? 0;
    const terms: Fact = [opened?.[0] ?? 0, 'terms', policy, calendar, 1800, 7200, 57_600];
    const late: readonly Fact[] = missed ? [[(opened?.[0] ?? 0) + 60, 'missed', missed]] : [];
    return renderLedger([...(opened ? [opened] : []), terms, ...rest, ...late]);
  }

  test('come to what an independent walk through their lives comes to, to the minute', () => {
    for (const [index, one] of lives.entries()) {
      const expected = one.isMerged ? nothing : expectedMeasures(HOURS[one.hours], one.facts);
      const { first, answer, solution, reopened, answers, reopenings } = found[index] ?? nothing;

      expect({ first, answer, solution, reopened, answers, reopenings }, JSON.stringify(one)).toEqual({
        first: undefined,
        answer: undefined,
        solution: undefined,
        reopened: undefined,
        ...expected,
      });
    }
  });

  test('are judged by what was promised once it is settled, and by their stars', () => {
    for (const [index, { facts, missed, isMerged, rating }] of lives.entries()) {
      const isDone = lastOf(facts, CLOCK) === 'done';
      const isSettled = facts.some(([, what]) => what === 'answered' || what === 'done');
      const { kept, firstKept, stars } = found[index] ?? {};

      expect(kept, String(index)).toBe(isDone && !isMerged ? (missed ? 0 : 100) : undefined);
      expect(firstKept, String(index)).toBe(
        isSettled && !isMerged ? (missed === 'first' ? 0 : 100) : undefined,
      );
      expect(stars, String(index)).toBe(rating === '0' || isMerged ? undefined : Number(rating));
    }
  });

  test('have the time that was entered on them, and what of it is billed', async () => {
    const rows = (
      await Promise.all(
        inBatches(ids).map((some) =>
          backend.odoo
            .model(TimeTicket)
            .with({ context: { active_test: false } })
            .searchRead([['id', 'in', some]], { fields: ['x_time_hours', 'x_billable_hours'], order: 'id' }),
        ),
      )
    ).flat();

    for (const [index, one] of lives.entries()) {
      const { x_time_hours: all = 0, x_billable_hours: billed = 0 } = rows[index] ?? {};
      expect([all, billed].map((hours) => Math.round(hours * 60))).toEqual([
        minutesOf(one),
        minutesOf(one, 'billable'),
      ]);
    }
  });

  const minutesOf = ({ times }: Life, only?: string) =>
    times
      .filter(({ coverage }) => only === undefined || coverage === only)
      .reduce((sum, { minutes }) => sum + minutes, 0);

  test('are put together by person as dashboards ask for it: solved, time, rating, load', async () => {
    const measures = [
      ...['x_first_hours:avg', 'x_answer_hours:avg', 'x_solution_hours:avg', 'x_kept_share:avg'],
      ...['x_first_kept_share:avg', 'x_reopened_share:avg', 'x_rating_stars:avg'],
      ...['x_time_hours:sum', 'x_billable_hours:sum', 'x_answer_count:sum', 'x_reopening_count:sum'],
    ];
    const group = async (state: string) =>
      z
        .array(z.looseObject({ x_user_id: z.union([z.tuple([z.number(), z.string()]), z.literal(false)]) }))
        .parse(
          await backend.odoo.call(
            FiguresTicket.name,
            'read_group',
            [
              [
                ['id', 'in', ids],
                ['x_merged_into_id', '=', false],
                ['x_state', state === 'done' ? '=' : '!=', 'done'],
              ],
              measures,
              ['x_user_id'],
            ],
            { lazy: false },
          ),
        );

    for (const state of ['done', 'open']) {
      const groups = await group(state);
      for (const [place, person] of people.entries()) {
        const mine = lives.flatMap((one, index) =>
          one.person === place &&
          !one.isMerged &&
          (lastOf(one.facts, CLOCK) === 'done') === (state === 'done')
            ? [{ ...expectedMeasures(HOURS[one.hours], one.facts), one, judged: found[index] }]
            : [],
        );
        const row = groups.find(({ x_user_id }) => (x_user_id ? x_user_id[0] : false) === person);
        const expected: Record<string, number | false> = {
          x_first_hours: mean(
            mine.map(({ first }) => first),
            60,
          ),
          x_answer_hours: mean(
            mine.map(({ answer }) => answer),
            60,
          ),
          x_solution_hours: mean(
            mine.map(({ solution }) => solution),
            60,
          ),
          x_reopened_share: mean(mine.map(({ reopened }) => reopened)),
          x_kept_share: mean(mine.map(({ one }) => (state === 'done' ? (one.missed ? 0 : 100) : undefined))),
          x_first_kept_share: mean(mine.map(({ judged }) => judged?.firstKept)),
          x_rating_stars: mean(mine.map(({ one }) => Number(one.rating) || undefined)),
          x_time_hours: mine.reduce((sum, { one }) => sum + minutesOf(one), 0) / 60,
          x_billable_hours: mine.reduce((sum, { one }) => sum + minutesOf(one, 'billable'), 0) / 60,
          x_answer_count: mine.reduce((sum, { answers }) => sum + answers, 0),
          x_reopening_count: mine.reduce((sum, { reopenings }) => sum + reopenings, 0),
        };
        if (mine.length === 0) continue;
        expect(row?.__count, `${state}, person ${place}`).toBe(mine.length);
        for (const [name, value] of Object.entries(expected)) {
          if (value === false) expect(row?.[name], `${name}, person ${place}`).toBe(false);
          else expect(Number(row?.[name]), `${name}, person ${place}`).toBeCloseTo(value, 4);
        }
      }
    }
  });

  const mean = (values: readonly (number | undefined)[], per = 1): number | false => {
    const judged = values.filter((value) => value !== undefined);
    return judged.length > 0 && judged.reduce((sum, value) => sum + value, 0) / judged.length / per;
  };
});

describe('tickets that were opened elsewhere', () => {
  interface Story {
    readonly opened: number;
    readonly said: readonly { readonly at: number; readonly by: 'desk' | 'customer' | 'machine' | 'note' }[];
    readonly closed: number | undefined;
    readonly isInTime: boolean;
  }
  const story: fc.Arbitrary<Story> = fc
    .record({
      opened: fc.integer({ min: start, max: start + 200 * 86_400 }),
      said: fc.array(
        fc.record({ after: pause, by: fc.constantFrom('desk', 'customer', 'machine', 'note') }),
        { maxLength: 6 },
      ),
      isClosed: fc.boolean(),
      isInTime: fc.boolean(),
    })
    .map(({ opened, said, isClosed, isInTime }) => {
      let at = opened;
      const words = said.map(({ after, by }) => {
        at += after;
        return { at, by };
      });
      return { opened, said: words, closed: isClosed ? at + 600 : undefined, isInTime };
    });
  const stories = fc.sample(story, { seed: 20261129, numRuns: COUNT });
  let ids: number[];
  let restore: unknown;
  let company: number;

  beforeAll(async () => {
    const { odoo } = backend;
    const [one] = await readAll('res.company', [], ['resource_calendar_id'], 'sequence, id');
    company = Number(one?.id);
    restore = Array.isArray(one?.resource_calendar_id) ? one.resource_calendar_id[0] : false;
    await odoo.call('res.company', 'write', [[company], { resource_calendar_id: calendars.get('office') }]);
    const [customer] = [await odoo.call('res.partner', 'create', [{ name: `Customer ${unique}` }])].flat();
    const [me] = await readAll('res.users', [['login', '=', 'admin']], ['partner_id']);
    const [robot] = await findExternalIds(odoo, ['base.partner_root']);
    const [comment, note] = await findExternalIds(odoo, ['mail.mt_comment', 'mail.mt_note']);
    const authors = {
      desk: Array.isArray(me?.partner_id) ? me.partner_id[0] : 0,
      customer,
      machine: robot?.recordId,
      note: Array.isArray(me?.partner_id) ? me.partner_id[0] : 0,
    };
    ids = [];
    for (const some of inBatches(stories)) {
      const rows = some.map(({ opened, closed, isInTime }, index) => [
        `Story ${index} ${unique}`,
        String(customer),
        toText(opened),
        closed === undefined ? 'in_progress' : 'done',
        closed === undefined ? '' : toText(closed),
        toText((closed ?? opened) + (isInTime ? 60 : -60)),
      ]);
      const names = ['x_name', 'x_partner_id', 'x_opened_at', 'x_state', 'x_closed_at', 'x_sla_deadline'];
      const made = isMany
        ? await insertTickets(
            odoo,
            names,
            rows.map((row) => row.map((cell) => cell || null)),
          )
        : await load(names, rows);
      ids.push(...made);
      const words = some.flatMap(({ said }, index) =>
        said.map(({ at, by }) => ({
          model: FiguresTicket.name,
          res_id: made[index],
          date: toText(at),
          message_type: 'comment',
          subtype_id: (by === 'note' ? note : comment)?.recordId,
          is_internal: by === 'note',
          author_id: authors[by],
          body: '<p>…</p>',
        })),
      );
      await odoo.call('mail.message', 'create', [words]);
    }
  }, PATIENCE);
  afterAll(async () => {
    await backend.odoo.call('res.company', 'write', [[company], { resource_calendar_id: restore }]);
  });

  async function load(names: readonly string[], rows: readonly (readonly string[])[]) {
    const columns = names.map((name) => (name === 'x_partner_id' ? 'x_partner_id/.id' : name));
    const { ids: made } = await backend.odoo.model(FiguresTicket).load(columns, rows, { tz: 'UTC' });
    return made || [];
  }

  async function readAll(model: string, domain: unknown[], fields: string[], order = 'id') {
    const rows = await backend.odoo.call(model, 'search_read', [domain, fields], { order });
    return z.array(z.looseObject({ id: z.number() })).parse(rows);
  }

  test('are judged by the job, from what was said on them; machines and notes do not count', {
    timeout: PATIENCE,
  }, async () => {
    const job = createJudgeJob({ odoo: createOdoo(service), batchSize: isLive ? 500 : 25 });
    // What Odoo wrote in this very second is read in the next.
    const judged = () => readMeasures(ids).then((rows) => rows.filter(({ answers }) => answers > 0).length);
    const wanted = stories.filter((one) => expectedMeasures(HOURS.office, factsOf(one)).answers > 0).length;
    await vi.waitFor(
      async () => {
        await runClusterJob(job);
        expect(await judged()).toBe(wanted);
      },
      { timeout: PATIENCE, interval: 500 },
    );

    const found = (await Promise.all(inBatches(ids).map(readMeasures))).flat();
    for (const [index, one] of stories.entries()) {
      const expected = expectedMeasures(HOURS.office, factsOf(one));
      const { first, answer, solution, reopened, answers, reopenings } = found[index] ?? nothing;
      const measured = { first, answer, solution, reopened, answers, reopenings };

      expect(measured, JSON.stringify(one)).toEqual(expected);
      expect(found[index]?.kept).toBe(one.closed === undefined ? undefined : one.isInTime ? 100 : 0);
    }
    const before = await latest();
    await runClusterJob(job);
    expect(await latest()).toBe(before);
  });

  const latest = async () =>
    JSON.stringify(await readAll(FiguresTicket.name, [['id', 'in', ids]], ['write_date'], 'id'));

  /** The same as a ledger would have it. */
  function factsOf({ opened, said, closed }: Story): readonly Fact[] {
    const facts: Fact[] = [[opened, 'run']];
    for (const { at, by } of said) {
      const turn = lastOf(facts, TURNS);
      if (by === 'desk' && (turn === undefined || turn === 'asked')) facts.push([at, 'answered']);
      if (by === 'customer' && turn === 'answered') facts.push([at, 'asked']);
    }
    return closed === undefined ? facts : [...facts, [closed, 'done']];
  }
});

describe('in the call that makes it so', () => {
  test('an answer, a solution and a rating are judged, a machine’s word and a new ticket are not', async () => {
    const model = backend.odoo.model(FiguresTicket);
    const [ticket = 0, other = 0] = await model.create([
      { x_name: `Now ${unique}` },
      { x_name: `Now, too ${unique}` },
    ]);
    expect((await readMeasures([ticket]))[0]).toMatchObject({
      first: undefined,
      solution: undefined,
      answers: 0,
    });

    const [robot] = await findExternalIds(backend.odoo, ['base.partner_root']);
    await backend.odoo.call(FiguresTicket.name, 'message_post', [[ticket]], {
      ...{ body: 'We have it', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
      ...{ author_id: robot?.recordId, email_from: 'robot@example.com' },
    });
    expect((await readMeasures([ticket]))[0]).toMatchObject({ first: undefined, answers: 0 });
    await backend.odoo.call(FiguresTicket.name, 'message_post', [[ticket]], {
      ...{ body: 'Turn it on', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
    });
    expect((await readMeasures([ticket]))[0]).toMatchObject({ first: 0, answers: 1, solution: undefined });

    await model.write([ticket], { x_state: 'done', x_rating: '4' });
    expect((await readMeasures([ticket]))[0]).toMatchObject({ solution: 0, stars: 4, reopened: 0 });
    await model.write([ticket], { x_state: 'in_progress' });
    expect((await readMeasures([ticket]))[0]).toMatchObject({
      solution: undefined,
      reopened: 100,
      reopenings: 1,
    });

    // Where nothing is judged an average is empty, and beside what is judged it takes nothing along.
    const average = async (ids: readonly number[]) =>
      z
        .array(z.looseObject({ x_rating_stars: z.unknown(), x_solution_hours: z.unknown() }))
        .parse(
          await backend.odoo.call(
            FiguresTicket.name,
            'read_group',
            [[['id', 'in', ids]], ['x_rating_stars:avg', 'x_solution_hours:avg'], []],
            { lazy: false },
          ),
        )[0];
    expect(await average([ticket, other])).toMatchObject({ x_rating_stars: 4, x_solution_hours: false });
    expect(await average([other])).toMatchObject({ x_rating_stars: false, x_solution_hours: false });
  });
});

describe('a customer’s report', () => {
  test('tells their company’s tickets by month, in two calls, and nobody else’s; as a file, too', async () => {
    const ann = await createCustomer(backend.odoo, 'Ann Archer');
    const bob = await createCustomer(backend.odoo, 'Bob Baker');
    const model = backend.odoo.model(FiguresTicket);
    const [first = 0, second = 0] = await model.create([
      { x_name: `Report ${unique}`, x_partner_id: ann.partnerId },
      { x_name: `Report, too ${unique}`, x_partner_id: ann.partnerId },
      { x_name: `Other ${unique}`, x_partner_id: bob.partnerId },
    ]);
    await backend.odoo.call(FiguresTicket.name, 'message_post', [[first]], {
      ...{ body: 'Turn it on', message_type: 'comment', subtype_xmlid: 'mail.mt_comment' },
    });
    await model.write([first], { x_state: 'done', x_rating: '4' });
    await model.write([second], { x_merged_into_id: first });
    const browser = await desk.visit(ann);
    await browser.get('/my/report');

    const before = backend.watched.requests.length;
    const page = await browser.get('/my/report');
    expect(backend.watched.requests.length - before).toBe(2);
    const month = new Date().toISOString().slice(0, 7);
    const file = await browser.get('/my/report/report.csv');

    expect(page.status).toBe(200);
    // What was merged away counts with the other one.
    expect(page.text).toMatch(/All twelve months 1 1 0 min 100 % 4 of 5 \(1 rating\)/);
    expect(page.html).toContain('role="img" aria-labelledby="opened-title opened-desc"');
    expect(file.html).toContain(`${month},1,1,0,100,4,1`);
    expect((await (await desk.visit(bob)).get('/my/report')).text).toMatch(/All twelve months 1 0 – – –/);
    expect((await (await desk.visit()).get('/my/report')).location).toContain('login');
  });
});

const toText = (second: number) => new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
