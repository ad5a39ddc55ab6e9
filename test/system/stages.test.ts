import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Stage, StageTicket } from '../../src/addons/stages/models.ts';
import { ticketViews } from '../../src/addons/stages/ticket-views.ts';
import { Team } from '../../src/addons/teams/models.ts';
import type { TicketState } from '../../src/addons/tickets/life.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { importContext } from '../../src/sync/import-records.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { type HelpDesk, startHelpDesk } from '../support/start-help-desk.ts';
import type { Visitor } from '../support/visitor.ts';

// A live database holds the stages of earlier runs, so each run has a team with stages of its own.
const unique = randomUUID().slice(0, 8);
const NAMES = {
  new: `Arrived ${unique}`,
  in_progress: `On the bench ${unique}`,
  waiting: `Parts ordered ${unique}`,
  done: `Collected ${unique}`,
} as const satisfies Record<TicketState, string>;
const SECOND = `Tested ${unique}`;

let desk: HelpDesk;
let tess: Odoo;
let team: number;
let stages: Readonly<Record<TicketState, number>>;
let second: number;
let ann: Customer;

beforeAll(async () => {
  desk = await startHelpDesk({}, undefined, { languages: ['nl_NL'] });
  tess = await logIn(await createTechnician(desk.odoo));
  ann = await createCustomer(desk.odoo, 'Ann Archer');
  [team = 0] = await desk.odoo.model(Team).create([{ x_name: `Workshop ${unique}` }]);
  const create = async (name: string, meaning: TicketState, sequence: number) => {
    const [id = 0] = await desk.odoo
      .model(Stage)
      .create([{ x_name: name, x_meaning: meaning, x_sequence: sequence, x_team_ids: [[6, 0, [team]]] }]);
    return id;
  };
  stages = {
    new: await create(NAMES.new, 'new', 1),
    in_progress: await create(NAMES.in_progress, 'in_progress', 2),
    waiting: await create(NAMES.waiting, 'waiting', 4),
    done: await create(NAMES.done, 'done', 5),
  };
  second = await create(SECOND, 'in_progress', 3);
});
afterAll(() => desk?.close());

async function logIn({ login, password }: { readonly login: string; readonly password: string }) {
  const { sessionId } = await desk.backend.sessions.authenticate(login, password);
  return createOdoo(desk.backend.sessions.caller({ sessionId }));
}

type Values = Readonly<Record<string, unknown>>;

async function open(values: Values = {}): Promise<number> {
  const [id = 0] = await tess
    .model(StageTicket)
    .create([{ x_name: 'Jams', x_partner_id: ann.partnerId, x_team_id: team, ...values }]);
  return id;
}

const change = (id: number, values: Values) => tess.call(StageTicket.name, 'write', [[id], values]);

/** Stage, status, and the dates that hang on it. */
async function look(id: number) {
  const [ticket] = await desk.odoo
    .model(StageTicket)
    .read([id], ['x_state', 'x_stage_id', 'x_started_at', 'x_waiting_at', 'x_closed_at']);
  return { ...ticket, x_stage_id: ticket?.x_stage_id ? ticket.x_stage_id[1] : false };
}

const MOMENT = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);

describe('a ticket', () => {
  test('begins in its team’s first stage', async () => {
    expect(await look(await open())).toMatchObject({ x_state: 'new', x_stage_id: NAMES.new });
  });

  test.each(Object.entries(NAMES))('moves with its status: %s', async (state, name) => {
    const id = await open();

    await change(id, { x_state: state });

    expect(await look(id)).toMatchObject({ x_state: state, x_stage_id: name });
  });

  test('gets the status that its stage means, and the dates of that', async () => {
    const id = await open();

    await change(id, { x_stage_id: stages.in_progress });
    const started = await look(id);
    await change(id, { x_stage_id: stages.waiting });
    const waiting = await look(id);
    await change(id, { x_stage_id: stages.done });
    const done = await look(id);
    await change(id, { x_stage_id: second });

    expect(started).toMatchObject({ x_state: 'in_progress', x_started_at: MOMENT, x_closed_at: false });
    expect(waiting).toMatchObject({ x_state: 'waiting', x_waiting_at: MOMENT, x_closed_at: false });
    expect(done).toMatchObject({ x_state: 'done', x_closed_at: MOMENT });
    expect(await look(id)).toMatchObject({ x_state: 'in_progress', x_stage_id: SECOND, x_closed_at: false });
  });

  test('may be opened in any stage', async () => {
    expect(await look(await open({ x_stage_id: stages.done }))).toMatchObject({
      x_state: 'done',
      x_closed_at: MOMENT,
    });
  });

  test('goes by its stage where a call says both and they contradict each other', async () => {
    const id = await open({ x_stage_id: stages.waiting, x_state: 'done' });
    const opened = await look(id);

    await change(id, { x_stage_id: stages.done, x_state: 'new' });

    expect(opened).toMatchObject({ x_state: 'waiting', x_stage_id: NAMES.waiting, x_closed_at: false });
    expect(await look(id)).toMatchObject({ x_state: 'done', x_stage_id: NAMES.done, x_closed_at: MOMENT });
  });

  test('stays where people put it while that is true, and its team’s', async () => {
    const id = await open({ x_stage_id: second });
    await change(id, { x_state: 'in_progress', x_name: 'Jams again' });
    const same = await look(id);

    await change(id, { x_team_id: false });
    const elsewhere = await look(id);
    await change(id, { x_team_id: team, x_state: 'waiting' });

    expect(same).toMatchObject({ x_stage_id: SECOND });
    expect(elsewhere.x_state).toBe('in_progress');
    expect(Object.values(NAMES)).not.toContain(elsewhere.x_stage_id);
    expect(await look(id)).toMatchObject({ x_state: 'waiting', x_stage_id: NAMES.waiting });
  });

  test('finds its stage again where that is emptied', async () => {
    const id = await open();

    await change(id, { x_stage_id: false });

    expect(await look(id)).toMatchObject({ x_state: 'new', x_stage_id: NAMES.new });
  });

  test('is moved many at once', async () => {
    const ids = [await open(), await open({ x_state: 'waiting' }), await open()];

    await tess.call(StageTicket.name, 'write', [ids, { x_stage_id: stages.done }]);

    for (const id of ids) expect(await look(id)).toMatchObject({ x_state: 'done', x_closed_at: MOMENT });
  });
});

describe('a stage', () => {
  test('takes its tickets along when it comes to mean something else', async () => {
    const [bench = 0] = await desk.odoo
      .model(Stage)
      .create([{ x_name: `Shelf ${unique}`, x_meaning: 'in_progress', x_sequence: 90 }]);
    const id = await open({ x_stage_id: bench });

    await desk.odoo.model(Stage).write([bench], { x_meaning: 'done' });

    expect(await look(id)).toMatchObject({ x_state: 'done', x_closed_at: MOMENT });
    await desk.odoo.model(Stage).write([bench], { x_active: false });
    expect(await look(id)).toMatchObject({ x_state: 'done', x_stage_id: `Shelf ${unique}` });
  });

  test('stops the clock where it waits or ends, unless somebody says otherwise', async () => {
    const read = async () => {
      const rows = await desk.odoo.model(Stage).read(Object.values(stages), ['x_stops_clock']);
      return rows.map(({ x_stops_clock }) => x_stops_clock);
    };

    expect(await read()).toEqual([false, false, true, true]);
    await desk.odoo.model(Stage).write([stages.waiting], { x_stops_clock: false });
    expect(await read()).toEqual([false, false, false, true]);
    await desk.odoo.model(Stage).write([stages.waiting], { x_stops_clock: true });
  });

  test('is not deleted while tickets are in it', async () => {
    await open({ x_stage_id: stages.waiting });

    await expect(desk.odoo.call(Stage.name, 'unlink', [[stages.waiting]])).rejects.toThrow(
      /another model requires|required|delete/i,
    );
  });

  test('is for administrators to make', async () => {
    await expect(tess.model(Stage).create([{ x_name: 'Mine', x_meaning: 'new' }])).rejects.toMatchObject({
      code: 'odoo_access_error',
    });
  });
});

describe('a stage that asks for a solution', () => {
  beforeAll(() => desk.odoo.model(Stage).write([stages.done], { x_asks: 'solution' }));
  afterAll(() => desk.odoo.model(Stage).write([stages.done], { x_asks: 'nothing' }));

  test.each([
    { by: 'its stage', values: () => ({ x_stage_id: stages.done }) },
    { by: 'its status', values: () => ({ x_state: 'done' }) },
    {
      by: 'its stage, with a text that was deleted again',
      values: () => ({ x_stage_id: stages.done, x_solution: '<p><br></p>' }),
    },
  ])('takes no ticket without one, changed by $by', async ({ values }) => {
    const id = await open();

    await expect(change(id, values())).rejects.toThrow(`“${NAMES.done}” asks for a solution`);

    expect(await look(id)).toMatchObject({ x_state: 'new', x_closed_at: false });
  });

  test('takes one that says what solved it, in the same call', async () => {
    const id = await open();

    await change(id, { x_stage_id: stages.done, x_solution: '<p>A new fuse</p>' });

    expect(await look(id)).toMatchObject({ x_state: 'done', x_closed_at: MOMENT });
  });

  test('lets an import and a customer through, who can write none', async () => {
    const id = await open();
    const name = `__import__.stages_${unique}`;

    const answer = await desk.odoo.call(
      StageTicket.name,
      'load',
      [['id', 'x_name', 'x_state', 'x_team_id/.id'], [[name, 'Elsewhere', 'done', String(team)]]],
      { context: importContext },
    );
    await close(await desk.visit(ann), id);

    expect(answer).toMatchObject({ ids: [expect.any(Number)] });
    expect(await look(id)).toMatchObject({ x_state: 'done', x_stage_id: NAMES.done });
  });
});

describe('the buttons that end a ticket', () => {
  let closed: number;
  let spam: number;
  beforeAll(async () => {
    const create = async (values: Values) =>
      (
        await desk.odoo
          .model(Stage)
          .create([{ x_name: `End ${unique}`, x_meaning: 'done', x_team_ids: [[6, 0, [team]]], ...values }])
      )[0] ?? 0;
    // Behind those of all teams, where there are any.
    closed = await create({ x_sequence: 2_000 });
    spam = await create({ x_sequence: 2_001, x_ends_unasked: true });
  });
  // As a button of the form does it, in the dialog with what its action said of it.
  const press = async (button: string, id: number, more: Values = {}) => {
    const [action] = await findExternalIds(desk.odoo, [`__supportdesk__.action_ticket_${button}`]);
    const context = { active_model: StageTicket.name, active_ids: [id], active_id: id, ...more };
    return tess.call('ir.actions.server', 'run', [[action?.recordId]], { context });
  };
  const stageOf = async (id: number) => {
    const [row] = await desk.odoo.model(StageTicket).read([id], ['x_stage_id']);
    return row?.x_stage_id && row.x_stage_id[0];
  };

  test('ask what solved it, and put it where tickets are solved', async () => {
    const id = await open();

    const asked = await press('solve', id);
    expect(asked).toMatchObject({ res_id: id, target: 'new', context: { support_asking: 'solve' } });
    expect((await look(id)).x_state).toBe('new');
    const told = await press('solve', id, { support_asking: 'solve' });

    expect(told).toMatchObject({ type: 'ir.actions.act_window_close' });
    expect(await stageOf(id)).toBe(stages.done);
  });

  test('close at once, in the last stage, and that is not where nobody is asked', async () => {
    const id = await open();

    await press('close', id);

    expect(await stageOf(id)).toBe(closed);
    expect(await stageOf(id)).not.toBe(spam);
  });

  test('end many as far as each can be, and say which stay open and why', async () => {
    await desk.odoo.model(Stage).write([closed], { x_asks: 'solution' });
    const bare = await open();
    const ready = await open({ x_solution: '<p>A new fuse</p>' });
    const other = await open({ x_solution: '<p>A new lid</p>' });
    const [action] = await findExternalIds(desk.odoo, ['__supportdesk__.action_ticket_close']);
    const ids = [ready, bare, other];
    const context = { active_model: StageTicket.name, active_ids: ids, active_id: ready };

    const told = await tess.call('ir.actions.server', 'run', [[action?.recordId]], { context });

    expect(await Promise.all(ids.map(stageOf))).toEqual([closed, stages.new, closed]);
    expect(await look(ready)).toMatchObject({ x_state: 'done', x_closed_at: MOMENT });
    expect(told).toMatchObject({
      tag: 'display_notification',
      params: {
        title: 'Closed 2 of 3 tickets',
        message: expect.stringContaining('asks for a solution'),
        links: [{ url: `/odoo/support-tickets/${bare}` }],
      },
    });
    await desk.odoo.model(Stage).write([closed], { x_asks: 'nothing' });
  });

  test('stand above the list as in the form, and not once more in the menu', () => {
    const list = ticketViews.find(({ id }) => id === 'ticket_list_stage');
    expect(list?.arch).toMatch(
      /action_ticket_to_done[\s\S]*<attribute name="name">__supportdesk__\.action_ticket_close</,
    );
    const declared = addons.flatMap(({ declaration }) => declaration.serverActions ?? []);
    const inMenu = declared.flatMap(({ id, menuOf }) => (menuOf?.includes('list') ? [id] : []));
    for (const button of ['assign_to_me', 'to_done', 'close', 'merge'])
      expect(inMenu).not.toContain(`action_ticket_${button}`);
    expect(inMenu).not.toContain('action_play_start');
  });

  test('ask, rather than refuse, where the stage does', async () => {
    await desk.odoo.model(Stage).write([closed], { x_asks: 'reason' });
    const id = await open();

    const asked = await press('close', id);
    expect(asked).toMatchObject({ res_id: id, context: { support_asking: 'close' } });
    await change(id, { x_close_reason: 'Sold' });
    await press('close', id, { support_asking: 'close' });

    expect(await stageOf(id)).toBe(closed);
    await desk.odoo.model(Stage).write([closed], { x_asks: 'nothing' });
  });
});

describe('a stage that asks for a reason', () => {
  beforeAll(() => desk.odoo.model(Stage).write([stages.done], { x_asks: 'reason' }));
  afterAll(() => desk.odoo.model(Stage).write([stages.done], { x_asks: 'nothing' }));

  test('takes no ticket without one', async () => {
    const id = await open();

    await expect(change(id, { x_stage_id: stages.done, x_close_reason: '  ' })).rejects.toThrow(
      `“${NAMES.done}” asks for a reason`,
    );
    await change(id, { x_stage_id: stages.done, x_close_reason: 'Duplicate' });

    expect(await look(id)).toMatchObject({ x_state: 'done' });
  });

  test('is told so where a customer closes a ticket on the portal', async () => {
    const id = await open();

    await close(await desk.visit(ann), id);

    const [ticket] = await desk.odoo.model(StageTicket).read([id], ['x_close_reason', 'x_state']);
    expect(ticket).toMatchObject({ x_state: 'done', x_close_reason: 'By the customer, on the portal' });
  });
});

describe('on the portal', () => {
  let browser: Visitor;
  let id: number;
  beforeEach(async () => {
    browser = await desk.visit(ann);
    id = await open({ x_stage_id: second });
  });

  test('customers read the stage in place of the status, in its colours', async () => {
    const page = await browser.get(`/my/tickets/${id}`);
    const list = await browser.get(`/my/tickets?stage=${second}`);
    const csv = await browser.get('/my/tickets/tickets.csv');

    const badge = `<span class="sd-badge sd-badge-primary">${SECOND}</span>`;
    expect(page.html).toContain(badge);
    expect(list.html).toContain(badge);
    expect(list.html).not.toContain(`>${NAMES.new}</span>`);
    expect(csv.html).toContain(SECOND);
  });

  test('in their own language', async () => {
    await desk.odoo.call(Stage.name, 'update_field_translations', [
      [second],
      'x_name',
      { nl_NL: `Getest ${unique}` },
    ]);
    const daan = await createCustomer(desk.odoo, 'Daan Dekker');
    await desk.odoo.call('res.partner', 'write', [[daan.partnerId], { lang: 'nl_NL' }]);
    const his = await open({ x_partner_id: daan.partnerId, x_stage_id: second });

    const page = await (await desk.visit(daan)).get(`/my/tickets/${his}`);

    expect(page.text).toContain(`Getest ${unique}`);
  });

  test('tickets of one stage stand together', async () => {
    await open();
    await open({ x_stage_id: stages.in_progress });
    await open({ x_stage_id: second });

    const { html } = await browser.get('/my/tickets?groupby=state');

    const heads = [...html.matchAll(/scope="rowgroup"[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.length).toBeGreaterThan(2);
  });
});

/** As the button on a ticket's page does. */
async function close(browser: Visitor, id: number) {
  const page = await browser.get(`/my/tickets/${id}`);
  const html = page.html.replaceAll('/reply"', '/close"');
  return browser.submit({ ...page, html }, `/my/tickets/${id}/close`, { body: 'Works again' });
}
