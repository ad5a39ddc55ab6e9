import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAsk } from '../../src/actions/asked-action.ts';
import { closeWaitingAction } from '../../src/addons/closing/actions.ts';
import { AT_ONCE_PARAMETER } from '../../src/addons/closing/automations.ts';
import { createClosingJob } from '../../src/addons/closing/job.ts';
import { ClosingRule, ClosingTicket } from '../../src/addons/closing/models.ts';
import { Stage } from '../../src/addons/stages/models.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { importContext } from '../../src/sync/import-records.ts';
import { type ClosingWorld, createClosingWorld, hoursAgo, inSeconds } from '../support/closing-world.ts';
import { configured } from '../support/configured.ts';
import { interrupt, Killed } from '../support/interrupt.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';

let desk: HelpDesk;
let world: ClosingWorld;
const DAY = 86_400;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { on: configured(''), languages: ['nl_NL'] });
  world = await createClosingWorld(desk);
});
afterAll(() => desk?.close());
// What earlier tests left waiting is not in the way.
beforeEach(async () => {
  const left = await world.odoo.model(ClosingTicket).search([['x_state', '=', 'waiting']]);
  await world.odoo.model(ClosingTicket).write(left, { x_state: 'in_progress' });
});

/** A button of the list, as a technician presses it. */
async function press(name: string, ids: readonly number[]): Promise<void> {
  const [action] = await findExternalIds(world.odoo, [`__supportdesk__.${name}`]);
  const context = { active_model: ClosingTicket.name, active_ids: ids, active_id: ids[0] };
  await world.technician.call('ir.actions.server', 'run', [[action?.recordId]], { context });
}

const names = (events: readonly { readonly x_event: string }[]) => events.map(({ x_event }) => x_event);

test.each([
  ['en_US', 'All other teams'],
  ['nl_NL', 'Alle andere teams'],
])('a rule without a team is called by whose tickets it is about: %s', async (lang, name) => {
  const rules = world.odoo.model(ClosingRule);
  const [own = 0] = await rules.create([{ x_active: false }]);

  const read = await world.odoo.call(ClosingRule.name, 'read', [[own], ['x_name']], { context: { lang } });
  await rules.unlink([own]);

  expect(read).toMatchObject([{ x_name: name }]);
});

/** Stages that the tickets of every team pass through; of one team an Odoo may have others. */
const ofAllTeams = (meaning: string) =>
  [
    ['x_meaning', '=', meaning],
    ['x_team_ids', '=', false],
  ] as const;

describe('a ticket that waits for its customer', () => {
  test('is chased with the desk’s last answer, and closed days later with one mail; nothing is done twice', async () => {
    const { id } = await world.openWaiting('Please tell us the <b>room</b>.');
    const before = await world.read(id);
    expect(inSeconds(before.x_closes_at) - inSeconds(before.x_closing_due_at)).toBe(3 * DAY);
    await world.work();
    expect(await world.events(id)).toEqual([]);

    await world.age(id, 49);
    await Promise.all([world.work(), world.work()]);
    await world.work();

    expect(await world.events(id)).toMatchObject([
      { x_event: 'reminded', x_note: expect.stringContaining('room') },
    ]);
    const chased = await world.read(id);
    expect(chased.x_state).toBe('waiting');
    // Late as it was, three days remain.
    expect(inSeconds(chased.x_closes_at) - inSeconds(chased.x_chased_at)).toBe(3 * DAY);

    await world.age(id, 24 * 6);
    await world.change(id, { x_chased_at: hoursAgo(24 * 3 + 1) });
    await Promise.all([world.work(), world.work()]);
    await world.work();

    expect(await world.read(id)).toMatchObject({
      x_state: 'done',
      x_closes_at: false,
      x_closing_due_at: false,
      x_rating_ask: 'itself',
      x_rating_due_at: false,
    });
    expect(names(await world.events(id))).toEqual(['reminded', 'closed']);
  });

  test('is chased before it closes however long the service was stopped, and once for all of it', async () => {
    const { id } = await world.openWaiting();
    await world.age(id, 24 * 40);

    await world.work();
    await world.work();

    expect(names(await world.events(id))).toEqual(['reminded']);
    expect(await world.read(id)).toMatchObject({ x_state: 'waiting' });
  });

  test('is left alone once the customer says a word, and the clock begins anew with the next answer', async () => {
    const { id, customer } = await world.openWaiting();
    await world.age(id, 49);
    await world.odoo.call(ClosingTicket.name, 'message_post', [[id]], {
      body: 'The one upstairs',
      author_id: customer.partnerId,
      message_type: 'comment',
      subtype_xmlid: 'mail.mt_comment',
    });

    expect(await world.read(id)).toMatchObject({ x_state: 'in_progress', x_closes_at: false });
    await world.work();
    expect(await world.events(id)).toEqual([]);
    await world.change(id, { x_state: 'waiting' });
    // The customer had the last word: it is not them who are waited for.
    expect(await world.read(id)).toMatchObject({ x_closes_at: false });
    await world.say(id, 'And which tray?');
    const { x_closes_at } = await world.read(id);
    expect(inSeconds(x_closes_at) - Date.now() / 1000).toBeGreaterThan(4.9 * DAY);
  });

  test('is told at once where the rule says so, once', async () => {
    await world.odoo.model(ClosingRule).write([world.rule], { x_notice: true });
    const { id } = await world.openWaiting();

    await world.work();
    await world.work();
    await world.odoo.model(ClosingRule).write([world.rule], { x_notice: false });

    expect(await world.events(id)).toMatchObject([{ x_event: 'reminded', x_note: false }]);
  });

  test('follows a changed rule in batches where many wait, one that dies goes on where it stopped', async () => {
    const tickets = [await world.openWaiting(), await world.openWaiting(), await world.openWaiting()];
    const read = () =>
      Promise.all(tickets.map(async ({ id }) => inSeconds((await world.read(id)).x_closes_at)));
    const before = await read();
    const moved = async () =>
      (await read()).map((at, index) => Math.round((at - (before[index] ?? 0)) / 86_400));
    await world.odoo.call('ir.config_parameter', 'set_param', [AT_ONCE_PARAMETER, '1']);
    try {
      await world.odoo.model(ClosingRule).write([world.rule], { x_close_days: 9 });
      expect(await moved()).toEqual([0, 0, 0]);

      // Dies once the first of them has followed.
      const dying = new AbortController();
      const call: Odoo['call'] = async (...args) => {
        const answer = await world.odoo.call(...args);
        if ((await moved()).includes(4)) dying.abort();
        return answer;
      };
      const odoo = createOdoo({ call });
      await runClusterJob(createClosingJob({ odoo, batchSize: 1 }), dying.signal);
      expect((await moved()).filter((days) => days === 4)).toHaveLength(1);

      await world.work();
      expect(await moved()).toEqual([4, 4, 4]);
      const [rule] = await world.odoo.model(ClosingRule).read([world.rule], ['x_is_followed']);
      expect(rule?.x_is_followed).toBe(false);
    } finally {
      await world.odoo.call('ir.config_parameter', 'set_param', [AT_ONCE_PARAMETER, false]);
      await world.odoo.model(ClosingRule).write([world.rule], { x_close_days: 5 });
    }
  });

  test('is not planned where it waits for somebody else, was imported, or no rule says so', async () => {
    const { id } = await world.openWaiting();
    const [stage] = await world.odoo.model(Stage).search(ofAllTeams('waiting'), { limit: 1 });
    await world.odoo.model(Stage).write([stage ?? 0], { x_waits_elsewhere: true });
    expect(await world.read(id)).toMatchObject({ x_closes_at: false, x_closing_due_at: false });
    await world.odoo.model(Stage).write([stage ?? 0], { x_waits_elsewhere: false });
    expect((await world.read(id)).x_closes_at).not.toBe(false);

    const imported = await world.openWaiting();
    await world.change(imported.id, { x_state: 'in_progress' });
    await world.odoo.call(ClosingTicket.name, 'write', [[imported.id], { x_state: 'waiting' }], {
      context: importContext,
    });
    expect(await world.read(imported.id)).toMatchObject({ x_closes_at: false });

    await world.odoo.model(ClosingRule).write([world.rule], { x_chase_days: 0, x_close_days: 0 });
    expect(await world.read(id)).toMatchObject({ x_closes_at: false });
    await world.odoo.model(ClosingRule).write([world.rule], { x_chase_days: 2, x_close_days: 5 });
    // Switched on again, it counts from now.
    const { x_closes_at } = await world.read(id);
    expect(inSeconds(x_closes_at) - Date.now() / 1000).toBeGreaterThan(4.9 * DAY);
    await world.odoo.model(ClosingRule).write([world.rule], { x_since: hoursAgo(10_000) });
  });
});

describe('a closing', () => {
  test('is held, one or many, and let go with a day to think better of it', async () => {
    const tickets = [await world.openWaiting(), await world.openWaiting()];
    const ids = tickets.map(({ id }) => id);
    for (const id of ids) {
      await world.age(id, 24 * 6);
      await world.change(id, { x_chased_at: hoursAgo(24 * 3 + 1) });
    }

    await press('action_closing_hold', ids);
    await world.work();
    for (const id of ids) {
      expect(await world.read(id)).toMatchObject({ x_state: 'waiting', x_closing_due_at: false });
    }
    await press('action_closing_let_go', ids);
    await world.work();

    for (const id of ids) {
      const row = await world.read(id);
      expect(row).toMatchObject({ x_state: 'waiting', x_closing_is_held: false });
      expect(inSeconds(row.x_closes_at) - Date.now() / 1000).toBeGreaterThan(0.9 * DAY);
    }
    await press('action_closing_hold', ids);
    await world.change(ids[0] ?? 0, { x_state: 'in_progress' });
    expect(await world.read(ids[0] ?? 0)).toMatchObject({ x_closing_is_held: false });
  });

  test.each([
    [0, false],
    [0, true],
    [1, false],
    [1, true],
  ])(
    'killed after %i calls (the next carried out: %s) leaves nothing half done',
    async (after, isCarriedOut) => {
      const tickets = [await world.openWaiting(), await world.openWaiting(), await world.openWaiting()];
      for (const { id } of tickets) await world.age(id, 49);
      const { odoo: dying } = interrupt(world.odoo, { after, isCarriedOut });

      await runClusterJob(createClosingJob({ odoo: dying, batchSize: 1 })).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await runClusterJob(createClosingJob({ odoo: world.odoo, batchSize: 1 }));

      for (const { id } of tickets) expect(names(await world.events(id))).toEqual(['reminded']);
    },
  );

  test('costs one call a minute while nothing is due', async () => {
    await world.openWaiting();
    let calls = 0;
    const counted = createOdoo({
      call: (...args) => {
        calls += 1;
        return world.odoo.call(...args);
      },
    });
    const ask = createAsk(closeWaitingAction);
    await ask(counted, { do: 'look', limit: 1 });
    calls = 0;

    const isNeeded = await createClosingJob({ odoo: counted }).isNeeded?.(new AbortController().signal);

    expect(isNeeded).toBe(false);
    // The first one finds the action's id.
    expect(calls).toBeLessThanOrEqual(2);
  });
});

describe('a stage with a mail of its own', () => {
  test('is told in place of the mail that a ticket is solved, and nothing is where it closes by itself', async () => {
    const [done] = await world.odoo.model(Stage).search(ofAllTeams('done'), { limit: 1 });
    const [template] = (await world.odoo.call('mail.template', 'search', [
      [['model', '=', ClosingTicket.name]],
    ])) as number[];
    const solved = await world.openWaiting();
    await world.change(solved.id, { x_state: 'done' });
    expect(names(await world.events(solved.id))).toEqual(['solved']);

    await world.odoo.model(Stage).write([done ?? 0], { x_mail_template_id: template ?? false });
    const staged = await world.openWaiting();
    await world.technician.call(ClosingTicket.name, 'write', [[staged.id], { x_stage_id: done }]);
    const itself = await world.openWaiting(`Which one? ${randomUUID()}`);
    await world.age(itself.id, 24 * 6);
    await world.change(itself.id, { x_chased_at: hoursAgo(24 * 3 + 1) });
    await world.work();
    await world.odoo.model(Stage).write([done ?? 0], { x_mail_template_id: false });

    expect(names(await world.events(staged.id))).toEqual(['stage']);
    expect(names(await world.events(itself.id))).toEqual(['closed']);
  });
});
