import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAsk } from '../../src/actions/asked-action.ts';
import { Policy, SlaTicket } from '../../src/addons/sla/models.ts';
import { recomputeAction } from '../../src/addons/sla/policy-actions.ts';
import { Tag } from '../../src/addons/teams/models.ts';
import {
  CLOCK,
  createCalendar,
  expectedDues,
  type Fact,
  HOURS,
  lastOf,
  parseLedger,
  renderLedger,
  TURNS,
} from '../support/deadline-model.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';
import { countWork } from '../support/working-time.ts';

const unique = randomUUID().slice(0, 8);
const BUDGETS = { first: 1800, next: 7200, solution: 16 * 3600 } as const;

let backend: Backend;
const tags = new Map<string, number>();
const policies = new Map<string, number>();
const calendars = new Map<string, number>();

beforeAll(async () => {
  ({ backend } = await startDeployed());
  for (const [name, hours] of Object.entries(HOURS)) {
    const [tag = 0] = await backend.odoo.model(Tag).create([{ x_name: `${name} ${unique}` }]);
    tags.set(name, tag);
    if (hours) calendars.set(name, await createCalendar(backend.odoo, hours));
    const [policy = 0] = await backend.odoo.model(Policy).create([
      {
        x_name: `${name} ${unique}`,
        // Before those that a live database holds.
        x_sequence: -1,
        x_tag_ids: [[6, 0, [tag]]],
        x_first_hours: BUDGETS.first / 3600,
        x_next_hours: BUDGETS.next / 3600,
        x_solution_hours: BUDGETS.solution / 3600,
        x_calendar_id: calendars.get(name) ?? false,
      },
    ]);
    policies.set(name, policy);
  }
});
afterAll(async () => {
  await backend?.odoo.model(Policy).write([...policies.values()], { x_active: false });
  await backend?.close();
});

/** A life of a ticket: what happened to it, in seconds since 1970, and where it is left. */
interface Life {
  readonly hours: string;
  readonly facts: readonly Fact[];
  readonly state: 'in_progress' | 'waiting';
}

const start = Date.UTC(2026, 1, 20) / 1000;
const life: fc.Arbitrary<Life> = fc
  .record({
    hours: fc.constantFrom(...Object.keys(HOURS)),
    // From late winter into the next: both changes of the clock, and holidays.
    opened: fc.integer({ min: start, max: start + 270 * 86_400 }),
    steps: fc.array(
      fc.record({
        after: fc.oneof(
          fc.integer({ min: 1, max: 7200 }),
          fc.integer({ min: 1, max: 3 * 86_400 }),
          fc.integer({ min: 1, max: 20 * 86_400 }),
        ),
        what: fc.constantFrom('run', 'wait', 'hold', 'done', 'asked', 'answered'),
      }),
      { maxLength: 9 },
    ),
    isWaiting: fc.boolean(),
  })
  .map(({ hours, opened, steps, isWaiting }) => {
    let at = opened;
    const facts: Fact[] = [[at, 'run']];
    for (const { after, what } of steps) {
      at += after;
      if (isPossible(facts, what)) facts.push([at, what]);
    }
    const end = isWaiting ? 'wait' : 'run';
    if (lastOf(facts, CLOCK) !== end) facts.push([at + 60, end]);
    return { hours, facts, state: isWaiting ? 'waiting' : 'in_progress' } as const;
  });

/** The desk answers who waits for it, and who has been answered may ask again. */
function isPossible(facts: readonly Fact[], what: string): boolean {
  const turn = lastOf(facts, TURNS);
  if (what === 'asked') return turn !== undefined && turn !== 'asked';
  if (what === 'answered') return turn === undefined || turn === 'asked';
  return lastOf(facts, CLOCK) !== what;
}

/** Gives tickets these lives, and has Odoo work out their deadlines in one call. */
async function live(lives: readonly Life[]) {
  const model = backend.odoo.model(SlaTicket);
  const ids = await model.create(
    lives.map(({ hours, state }, index) => ({
      x_name: `Life ${index} ${unique}`,
      x_state: state,
      x_tag_ids: [[6, 0, [tags.get(hours) ?? 0]]],
    })),
  );
  await model.load(
    ['.id', 'x_sla_ledger'],
    lives.map(({ facts }, index) => [String(ids[index]), renderLedger(facts)]),
  );
  await createAsk(recomputeAction)(backend.odoo, { after: Math.min(...ids) - 1, limit: lives.length });
  const rows = await model.searchRead([['id', 'in', ids]], {
    fields: ['x_sla_id', 'x_sla_ledger', 'x_sla_deadline', 'x_sla_story'],
    order: 'id',
  });
  return ids.map((id) => rows.find((row) => row.id === id));
}

describe('any sequence of work, waiting, holding, closing, reopening, questions and answers', () => {
  const lives = fc.sample(life, {
    seed: 20261127,
    numRuns: Number(process.env.TEST_RUNS ?? (process.env.TEST_BACKEND === 'live' ? 40 : 120)),
  });
  let rows: Awaited<ReturnType<typeof live>>;
  beforeAll(async () => {
    rows = await live(lives);
  });

  test('gives the deadlines that the ledger’s definition gives', () => {
    for (const [index, one] of lives.entries()) {
      const lines = parseLedger(rows[index]?.x_sla_ledger ?? false);
      const dues = new Map<string, number | undefined>(
        lines.flatMap(([amount, what, target = '']): [string, number | undefined][] =>
          what === 'due' ? [[target, Number(amount)]] : what === 'left' ? [[target, undefined]] : [],
        ),
      );

      expect(dues, renderLedger(one.facts)).toEqual(expectedDues(HOURS[one.hours], BUDGETS, one.facts));
    }
  });

  test('time that is added is the time that is counted, and what is left is what was not', () => {
    for (const [index, one] of lives.entries()) {
      const clock = one.facts.filter(([, what]) => CLOCK.includes(what));
      for (const [amount, what, target] of parseLedger(rows[index]?.x_sla_ledger ?? false)) {
        if (target !== 'solution') continue;
        const until = what === 'due' ? Number(amount) : (clock.at(-1)?.[0] ?? 0);
        const worked = clock.reduce((sum, [from, kind], at) => {
          const to = Math.min(clock[at + 1]?.[0] ?? until, until);
          return kind === 'run' && to > from ? sum + countWork(HOURS[one.hours], from, to) : sum;
        }, 0);

        if (what === 'due') expect(worked, renderLedger(one.facts)).toBe(BUDGETS.solution);
        if (what === 'left') expect(worked, renderLedger(one.facts)).toBe(BUDGETS.solution - Number(amount));
      }
    }
  });

  test('the ticket is due at the earliest of them, or has no date while the clock is stopped', () => {
    for (const [index, one] of lives.entries()) {
      const dues = [...expectedDues(HOURS[one.hours], BUDGETS, one.facts).values()].filter(
        (due) => due !== undefined,
      );
      const shown = rows[index]?.x_sla_deadline;

      expect(shown || undefined, renderLedger(one.facts)).toBe(
        dues.length === 0
          ? undefined
          : DateTime.fromSeconds(Math.min(...dues), { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm:ss'),
      );
    }
  });

  test('what passed while it was open is missed, for ever', async () => {
    const now = Date.now() / 1000;
    for (const [index, one] of lives.entries()) {
      const lines = parseLedger(rows[index]?.x_sla_ledger ?? false);
      for (const [target, due] of expectedDues(HOURS[one.hours], BUDGETS, one.facts)) {
        if (due === undefined || Math.abs(due - now) < 600) continue;
        const missed = lines.some(([, what, of]) => what === 'missed' && of === target);

        expect(missed, `${target} of\n${renderLedger(one.facts)}`).toBe(due < now);
      }
    }
  });
});

test('days that were all alike are told as one, and the hour with its zone to whoever is elsewhere', async () => {
  const monday = Date.UTC(2026, 10, 2, 9) / 1000;
  const [row] = await live([
    {
      hours: 'office',
      facts: [
        [monday, 'run'],
        [monday + 600, 'answered'],
        [monday + 7 * 3600, 'wait'],
        [monday + 4 * 86_400 + 7 * 3600, 'run'],
      ],
      state: 'in_progress',
    },
  ]);

  expect(row?.x_sla_story || '').toContain('day 2026-11-03/2026-11-06 wait ');
  const [told] = await backend.odoo.model(SlaTicket).read([row?.id ?? 0], ['x_sla_explanation']);
  expect(told?.x_sla_explanation).toMatch(
    /Tue 3 – Fri 6: waiting for the customer · .* due \w+ \d+, \d\d:\d\d \(Europe\/Amsterdam\)/,
  );
});

describe('what happens to a ticket', () => {
  const read = async (id: number) => {
    const [row] = await backend.odoo
      .model(SlaTicket)
      .read([id], ['x_sla_id', 'x_sla_ledger', 'x_sla_deadline', 'x_sla_story', 'x_sla_explanation']);
    return { ...row, lines: parseLedger(row?.x_sla_ledger ?? false) };
  };
  const open = async (values: Readonly<Record<string, unknown>>) => {
    const [id = 0] = await backend.odoo
      .model(SlaTicket)
      .create([{ x_name: `Event ${unique}`, x_tag_ids: [[6, 0, [tags.get('always') ?? 0]]], ...values }]);
    return id;
  };
  const write = (id: number, values: Readonly<Record<string, unknown>>) =>
    backend.odoo.model(SlaTicket).write([id], values);
  const wordsOf = (lines: readonly (readonly string[])[]) => lines.map(([, what]) => what);

  test('stands in its ledger, in the call in which it happens', async () => {
    const id = await open({});

    const opened = await read(id);
    await backend.odoo.call('x_support.ticket', 'message_post', [[id]], {
      body: 'We look at it.',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });
    const answered = await read(id);
    await write(id, { x_state: 'waiting' });
    const waiting = await read(id);
    await write(id, { x_state: 'done' });
    const done = await read(id);
    await write(id, { x_state: 'in_progress' });
    const reopened = await read(id);

    expect(wordsOf(opened.lines)).toEqual(['run', 'terms', 'due', 'due']);
    expect(wordsOf(answered.lines)).toEqual(['run', 'terms', 'answered', 'due', 'seen']);
    expect(wordsOf(waiting.lines)).toEqual(['run', 'terms', 'answered', 'wait', 'left', 'seen']);
    expect(waiting.x_sla_deadline).toBe(false);
    expect(waiting.x_sla_explanation).toContain('left for the solution');
    // That it waited stands there where it did so for a second.
    expect(wordsOf(done.lines).filter((word) => word !== 'wait')).toEqual([
      'run',
      'terms',
      'answered',
      'done',
      'seen',
    ]);
    expect(done.x_sla_deadline).toBe(false);
    expect(wordsOf(reopened.lines)).toContain('due');
  });

  test('an internal note answers nobody', async () => {
    const id = await open({});

    await backend.odoo.call('x_support.ticket', 'message_post', [[id]], {
      body: 'Who knows this printer?',
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_note',
    });

    expect(wordsOf((await read(id)).lines)).not.toContain('answered');
  });

  test('a ticket that was opened elsewhere keeps its own dates', async () => {
    const id = await open({ x_opened_at: '2026-01-05 09:00:00', x_sla_deadline: '2026-01-09 09:00:00' });

    await write(id, { x_state: 'waiting' });

    expect(await read(id)).toMatchObject({
      x_sla_id: false,
      x_sla_ledger: false,
      x_sla_deadline: '2026-01-09 09:00:00',
    });
  });

  test('an exception promises nothing', async () => {
    const policy = policies.get('always') ?? 0;
    await backend.odoo.model(Policy).write([policy], { x_is_exception: true });

    const id = await open({});

    expect(await read(id)).toMatchObject({ x_sla_deadline: false, x_sla_story: false });
    await backend.odoo.model(Policy).write([policy], { x_is_exception: false });
  });

  test('a lower priority or other terms hand out no new budget', async () => {
    const id = await open({});
    const [, , ...rest] = (await read(id)).lines;
    expect(rest.map(([, what]) => what)).toEqual(['due', 'due']);
    // Ten hours ago.
    const past = Math.floor(Date.now() / 1000) - 36_000;
    await backend.odoo.model(SlaTicket).load(
      ['.id', 'x_sla_ledger'],
      [
        [
          String(id),
          renderLedger([
            [past, 'run'],
            [past + 60, 'answered'],
          ]),
        ],
      ],
    );

    await write(id, { x_tag_ids: [[6, 0, [tags.get('shop') ?? 0]]] });
    await write(id, { x_tag_ids: [[6, 0, [tags.get('always') ?? 0]]] });

    const due = (await read(id)).lines.find(([, what, target]) => what === 'due' && target === 'solution');
    expect(Number(due?.[0])).toBe(past + BUDGETS.solution);
  });
});
