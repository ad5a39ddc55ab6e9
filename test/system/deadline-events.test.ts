import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CategoryPolicy, SlaTicket } from '../../src/addons/sla/models.ts';
import { createRecomputeJob } from '../../src/addons/sla/recompute-job.ts';
import { Tag } from '../../src/addons/teams/models.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import { configured } from '../support/configured.ts';
import { createCustomer } from '../support/create-customer.ts';
import {
  type Budgets,
  CLOCK,
  createCalendar,
  expectedDues,
  type Fact,
  HOURS,
  lastOf,
  parseLedger,
  renderLedger,
  type Target,
  TURNS,
} from '../support/deadline-model.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const unique = randomUUID().slice(0, 8);
const BUDGETS = {
  normal: { first: 1800, next: 7200, solution: 16 * 3600 },
  urgent: { first: 900, next: 3600, solution: 4 * 3600 },
} as const satisfies Readonly<Record<string, Budgets>>;
type Urgency = keyof typeof BUDGETS;
const PRIORITY = { normal: '1', urgent: '3' } as const;

let backend: Backend;
let customer: number;
const tags = new Map<string, number>();
const calendars = new Map<string, number>();
const policies = new Map<string, number>();
const stages = new Map<string, number>();

beforeAll(async () => {
  // With stages, that stop the clock or do not, whatever they mean.
  ({ backend } = await startDeployed({ on: configured('') }));
  const { odoo } = backend;
  customer = (await createCustomer(odoo, 'Ann Archer')).partnerId;
  for (const [name, hours] of Object.entries(HOURS)) {
    const [tag = 0] = await odoo.model(Tag).create([{ x_name: `${name} ${unique}` }]);
    tags.set(name, tag);
    calendars.set(name, hours ? await createCalendar(odoo, hours) : 0);
    for (const [position, urgency] of (['urgent', 'normal'] as const).entries()) {
      const { first, next, solution } = BUDGETS[urgency];
      const [policy = 0] = await odoo.model(CategoryPolicy).create([
        {
          x_name: `${name} ${urgency} ${unique}`,
          x_sequence: position - 9,
          x_tag_ids: [[6, 0, [tag]]],
          x_priority: urgency === 'urgent' ? '3' : false,
          x_first_hours: first / 3600,
          x_next_hours: next / 3600,
          x_solution_hours: solution / 3600,
          x_calendar_id: calendars.get(name) || false,
        },
      ]);
      policies.set(`${name} ${urgency}`, policy);
    }
  }
  for (const [name, x_meaning, x_stops_clock] of [
    ['held', 'in_progress', true],
    ['parked', 'waiting', false],
  ] as const) {
    const made = await odoo.call('x_support.stage', 'create', [
      [{ x_name: `${name} ${unique}`, x_meaning, x_stops_clock, x_sequence: 999 }],
    ]);
    stages.set(name, (made as readonly number[])[0] ?? 0);
  }
});
afterAll(async () => {
  await backend?.odoo.model(CategoryPolicy).write([...policies.values()], { x_active: false });
  await backend?.odoo.call('x_support.stage', 'write', [[...stages.values()], { x_active: false }]);
  await backend?.close();
});

const Step = fc.record({
  after: fc.oneof(
    fc.integer({ min: 60, max: 7200 }),
    fc.integer({ min: 60, max: 86_400 }),
    fc.integer({ min: 60, max: 20 * 86_400 }),
  ),
  what: fc.constantFrom(
    ...[
      'in_progress',
      'waiting',
      'done',
      'held',
      'parked',
      'urgent',
      'normal',
      'asked',
      'answered',
      'answered',
    ],
    ...Object.keys(HOURS),
  ),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** A ticket as the model of this test has it. */
interface Subject {
  readonly id: number;
  readonly steps: readonly Step[];
  hours: string;
  urgency: Urgency;
  facts: readonly Fact[];
  /** When each target was due by what was last read. */
  dues: ReadonlyMap<Target, number | undefined>;
}

const isGoal = ([, what]: Fact) => ['due', 'left', 'seen'].includes(what);
const toFacts = (ledger: string | false): readonly Fact[] =>
  parseLedger(ledger).map(([at, what = '', ...more]): Fact => [Number(at), what, ...more]);
const toDues = (lines: readonly Fact[]) =>
  new Map(
    lines.flatMap(([at, what, target]): [Target, number | undefined][] =>
      what === 'due' || what === 'left' ? [[target as Target, what === 'due' ? at : undefined]] : [],
    ),
  );
const termsOf = ({ hours, urgency }: Subject) => {
  const { first, next, solution } = BUDGETS[urgency];
  return [policies.get(`${hours} ${urgency}`), calendars.get(hours), first, next, solution].join(' ');
};
const now = () => Math.floor(Date.now() / 1000);

async function readLedgers(subjects: readonly Subject[]) {
  const rows = await backend.odoo.model(SlaTicket).read(
    subjects.map(({ id }) => id),
    ['x_sla_ledger', 'x_sla_deadline', 'x_state'],
  );
  const holders = (await backend.odoo.call(
    'x_support.ticket',
    'search_read',
    [[['id', 'in', subjects.map(({ id }) => id)]], ['x_stage_id']],
    { context: { active_test: false } },
  )) as readonly { readonly id: number; readonly x_stage_id: readonly [number, string] | false }[];
  return subjects.map(({ id }) => {
    const stage = holders.find((row) => row.id === id)?.x_stage_id;
    return { row: rows.find((row) => row.id === id), stage: stage ? stage[0] : 0 };
  });
}

/** So many seconds pass: all that happened moves into the past, and what is due follows from that. */
async function age(subjects: readonly Subject[], step: number): Promise<void> {
  const found = await readLedgers(subjects);
  const ledgers = subjects.map((subject, index) => {
    const after = subject.steps[step]?.after ?? 0;
    subject.facts = subject.facts.map(([at, ...rest]): Fact => [at - after, ...rest]);
    subject.dues = found[index]?.row?.x_state === 'done' ? new Map() : duesOf(subject);
    const seen = toFacts(found[index]?.row?.x_sla_ledger ?? false).filter(([, what]) => what === 'seen');
    const due = [...subject.dues].flatMap(([target, at]): Fact[] => (at ? [[at, 'due', target]] : []));
    return renderLedger([...subject.facts, ...due, ...seen]);
  });
  await backend.odoo.model(SlaTicket).load(
    ['.id', 'x_sla_ledger'],
    subjects.map(({ id }, index) => [String(id), ledgers[index] ?? '']),
  );
}

const duesOf = ({ hours, urgency, facts }: Subject) =>
  expectedDues(
    HOURS[hours],
    BUDGETS[urgency],
    facts.filter(([, what]) => what !== 'terms' && what !== 'missed'),
  );

/** What tickets have in common is done in one call, as people do it from a list. */
async function act(subjects: readonly Subject[], step: number): Promise<void> {
  const { odoo } = backend;
  const byAction = groupBy(subjects, ({ steps }) => steps[step]?.what ?? '');
  for (const [what, some] of byAction) {
    const ids = some.map(({ id }) => id);
    const write = (values: object) => odoo.call('x_support.ticket', 'write', [ids, values]);
    if (what === 'answered' || what === 'asked') {
      for (const id of ids) {
        await odoo.call('x_support.ticket', 'message_post', [[id]], {
          body: what,
          message_type: 'comment',
          subtype_xmlid: 'mail.mt_comment',
          ...(what === 'asked' ? { author_id: customer } : {}),
        });
      }
    } else if (what in PRIORITY) {
      for (const one of some) one.urgency = what as Urgency;
      await write({ x_priority: PRIORITY[what as Urgency] });
    } else if (tags.has(what)) {
      for (const one of some) one.hours = what;
      await write({ x_tag_ids: [[6, 0, [tags.get(what)]]] });
    } else {
      await write(stages.has(what) ? { x_stage_id: stages.get(what) } : { x_state: what });
    }
  }
}

/** What the definition adds to a ledger, the moments aside. */
function expectedNews(subject: Subject, what: string, { state, stage }: { state: string; stage: number }) {
  const turn = lastOf(subject.facts, TURNS);
  const news: string[] = [];
  if (what === 'answered' && (turn === undefined || turn === 'asked')) news.push('answered');
  if (what === 'asked' && turn !== undefined && turn !== 'asked') news.push('asked');
  const isStopped = stage === stages.get('held') || (state === 'waiting' && stage !== stages.get('parked'));
  const clock = state === 'done' ? 'done' : !isStopped ? 'run' : state === 'waiting' ? 'wait' : 'hold';
  if (clock !== lastOf(subject.facts, CLOCK)) news.push(clock);
  const agreed = subject.facts.findLast(([, word]) => word === 'terms');
  if (state !== 'done' && agreed?.slice(2).join(' ') !== termsOf(subject)) {
    news.push(`terms ${termsOf(subject)}`);
  }
  return news.sort();
}

/** What passed while it was open: under what held before, until that was settled, and at once under what holds now. */
function expectedMisses(subject: Subject, lines: readonly Fact[], news: readonly Fact[]): readonly string[] {
  const known = new Set(misses(subject.facts));
  const miss = (target: Target, due: number) => known.add(target === 'next' ? `next ${due}` : target);
  for (const [target, due] of subject.dues) {
    const settled = news.find(
      ([, what]) => what === 'done' || (what === 'answered' && target !== 'solution'),
    )?.[0];
    if (due !== undefined && due < (settled ?? now())) miss(target, due);
  }
  for (const [target, due] of toDues(lines)) if (due !== undefined && due < now()) miss(target, due);
  return [...known].sort();
}

const misses = (facts: readonly Fact[]) =>
  facts.flatMap(([at, what, target]) =>
    what === 'missed' ? [target === 'next' ? `next ${at}` : String(target)] : [],
  );

const lives = Number(process.env.TEST_RUNS ?? 24);
const length = 8;

test('a policy holds for categories, for what belongs to them, and for what comes to belong to them later', async () => {
  const { odoo } = backend;
  const make = async (x_name: string, x_parent_id?: number) => {
    const values = { x_name: `${x_name} ${unique}`, ...(x_parent_id ? { x_parent_id } : {}) };
    return ((await odoo.call('x_support.category', 'create', [[values]])) as readonly number[])[0] ?? 0;
  };
  const hardware = await make('Hardware');
  const printers = await make('Printers', hardware);
  const phones = await make('Phones');
  const [policy = 0] = await odoo.model(CategoryPolicy).create([
    {
      ...{ x_name: `Hardware ${unique}`, x_sequence: -20, x_solution_hours: 1 },
      x_category_ids: [[6, 0, [hardware]]],
    },
  ]);
  policies.set('hardware', policy);
  const made = await odoo.call('x_support.ticket', 'create', [
    [hardware, printers, phones, false].map((x_category_id) => ({
      x_name: `About ${x_category_id} ${unique}`,
      x_category_id,
    })),
  ]);
  const ids = made as readonly number[];
  const read = async () => {
    const rows = await odoo.model(SlaTicket).read([...ids], ['x_sla_id']);
    return ids.map((id) => {
      const held = rows.find((row) => row.id === id)?.x_sla_id;
      return held ? held[0] === policy : false;
    });
  };
  const follow = () => runClusterJob(createRecomputeJob({ odoo, clock: systemClock }));

  expect(await read()).toEqual([true, true, false, false]);
  await odoo.call('x_support.category', 'write', [[phones], { x_parent_id: hardware }]);
  await follow();
  expect(await read()).toEqual([true, true, true, false]);
  await runServerAction(backend.client, 'action_sla_apply', CategoryPolicy.name, [policy]);
  const isApplied = () => odoo.model(CategoryPolicy).read([policy], ['x_is_applied']);
  expect(await isApplied()).toMatchObject([{ x_is_applied: true }]);
  await odoo.model(CategoryPolicy).write([policy], { x_category_ids: [[6, 0, [printers]]] });
  expect(await isApplied()).toMatchObject([{ x_is_applied: false }]);
  await runServerAction(backend.client, 'action_sla_apply', CategoryPolicy.name, [policy]);
  await follow();
  expect(await read()).toEqual([false, true, false, false]);
});

test('any sequence of stages, priorities, policies, waiting, words and reopening gives what the definition gives', async () => {
  const scripts = fc.sample(fc.array(Step, { minLength: length, maxLength: length }), {
    seed: Number(process.env.TEST_SEED ?? 20261128),
    numRuns: lives,
  });
  const names = Object.keys(HOURS);
  const ids = await backend.odoo.model(SlaTicket).create(
    scripts.map((_, index) => ({
      x_name: `Eventful ${index} ${unique}`,
      x_partner_id: customer,
      x_priority: '1',
      x_tag_ids: [[6, 0, [tags.get(names[index % names.length] ?? '') ?? 0]]],
    })),
  );
  const subjects = ids.map(
    (id, index): Subject => ({
      ...{ id, steps: scripts[index] ?? [], hours: names[index % names.length] ?? '', urgency: 'normal' },
      ...{ facts: [], dues: new Map() },
    }),
  );
  for (const [index, { row }] of (await readLedgers(subjects)).entries()) {
    const subject = subjects[index];
    if (!subject) continue;
    const lines = toFacts(row?.x_sla_ledger ?? false);
    subject.facts = lines.filter((line) => !isGoal(line));
    subject.dues = toDues(lines);
    expect(subject.facts.map(([, ...rest]) => rest.join(' '))).toEqual(['run', `terms ${termsOf(subject)}`]);
  }

  for (let step = 0; step < length; step += 1) {
    await age(subjects, step);
    await act(subjects, step);
    const found = await readLedgers(subjects);
    for (const [index, subject] of subjects.entries()) {
      const { row, stage = 0 } = found[index] ?? {};
      const what = subject.steps[step]?.what ?? '';
      const lines = toFacts(row?.x_sla_ledger ?? false);
      const facts = lines.filter((line) => !isGoal(line));
      const old = new Set(subject.facts.map((fact) => fact.join(' ')));
      const news = facts.filter((fact) => !old.has(fact.join(' ')) && fact[1] !== 'missed');
      const told = `${what} at\n${renderLedger(subject.facts)}\ngave\n${renderLedger(lines)}`;

      expect(
        facts.map((fact) => fact.join(' ')),
        told,
      ).toEqual(expect.arrayContaining([...old]));
      expect(news.map(([, ...rest]) => rest.join(' ')).sort(), told).toEqual(
        expectedNews(subject, what, { state: row?.x_state || '', stage }),
      );
      const isDone = row?.x_state === 'done';
      const dues = isDone ? new Map() : duesOf({ ...subject, facts });
      expect(toDues(lines), told).toEqual(dues);
      expect(misses(facts).sort(), told).toEqual(expectedMisses(subject, lines, news));
      const earliest = [...dues.values()].filter((due) => due !== undefined);
      expect(row?.x_sla_deadline, told).toBe(
        earliest.length === 0
          ? false
          : new Date(Math.min(...earliest) * 1000).toISOString().slice(0, 19).replace('T', ' '),
      );
      subject.facts = facts;
      subject.dues = toDues(lines);
    }
  }
});
