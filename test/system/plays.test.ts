import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChecklistItem, Play, PlayTicket, PlayUse } from '../../src/addons/plays/models.ts';
import { CategoryPlay } from '../../src/addons/plays/narrowing.ts';
import { PlayRun } from '../../src/addons/plays/run-model.ts';
import { Stage } from '../../src/addons/stages/models.ts';
import { Tag, Team } from '../../src/addons/teams/models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

const isLive = process.env.TEST_BACKEND === 'live';
// A live database remembers what was handed out, so each run has names of its own.
const unique = randomUUID().slice(0, 8);
const YAML = `
preset: school
plays:
  plays:
    serial_${unique}:
      name: { en: Serial ${unique}, nl: Serienummer ${unique} }
      text:
        en: |-
          Dear {{customer}},

          which <serial> does it have?
        nl: Beste {{customer}}, welk serienummer?
      checklist: [Look at it, { en: Label it, nl: Plak een label }]
`;

let backend: Backend;
let odoo: Odoo;
/** A technician's own Odoo: what they may not do, a play does not do for them. */
let desk: Odoo;
let me: number;
let ann: Customer;
let team: number;
let waiting: number;
let solved: number;

beforeAll(async () => {
  ({ backend } = await startDeployed({ on: configured(YAML), languages: ['nl_NL'] }));
  odoo = backend.odoo;
  const { transport, settings } = backend;
  const { login, password } = await createTechnician(odoo);
  desk = createOdoo(new OdooClient({ transport, db: settings.ODOO_DB, username: login, password }));
  [me = 0] = (await odoo.call('res.users', 'search', [[['login', '=', login]]])) as number[];
  ann = await createCustomer(odoo, 'Ann <b>Archer</b>');
  await odoo.call('res.partner', 'write', [[ann.partnerId], { lang: 'nl_NL' }]);
  [team = 0] = await odoo.model(Team).create([{ x_name: `Team ${unique}` }]);
  const stage = (x_name: string, values: object) =>
    odoo.model(Stage).create([{ x_name: `${x_name} ${unique}`, x_team_ids: [[6, 0, [team]]], ...values }]);
  [waiting = 0] = await stage('Asked', { x_meaning: 'waiting' });
  [solved = 0] = await stage('Solved', { x_meaning: 'done', x_asks: 'solution', x_sequence: 1 });
});
afterAll(() => backend?.close());

const press = (action: string, model: string, ids: readonly number[]) =>
  runServerAction(
    {
      call: (name, method, args, options) =>
        (method === 'run' ? desk : odoo).call(name, method, args, options),
    },
    action,
    model,
    ids,
  );

async function createPlay(values: object): Promise<number> {
  return Number(
    await odoo.call(Play.name, 'create', [{ x_name: `Play ${randomUUID().slice(0, 8)}`, ...values }]),
  );
}

const open = (count = 1, values: object = {}) =>
  odoo.model(PlayTicket).create(
    Array.from({ length: count }, (_, index) => ({
      x_name: `Beamer <${index}> ${unique}`,
      x_partner_id: ann.partnerId,
      x_team_id: team,
      ...values,
    })),
  );

/** The dialog, as far as its button. */
async function choose(play: number, tickets: readonly number[]): Promise<number> {
  const { res_id: run = 0 } = Object(await press('action_play_start', PlayTicket.name, tickets));
  await desk.model(PlayRun).write([run], { x_play_id: play });
  await press('action_play_look', PlayRun.name, [run]);
  return run;
}
const apply = (run: number) => press('action_play_apply', PlayRun.name, [run]);
const play = async (id: number, tickets: readonly number[]) => apply(await choose(id, tickets));

async function look(ticket: number) {
  const [row] = await odoo
    .model(PlayTicket)
    .read(
      [ticket],
      ['x_state', 'x_stage_id' as 'x_state', 'x_priority', 'x_user_id', 'x_tag_ids', 'x_checklist_progress'],
    );
  if (!row) throw new Error('the ticket is gone');
  return row;
}
const usesOf = (ticket: number) =>
  odoo.model(PlayUse).searchRead([['x_ticket_id', '=', ticket]], {
    fields: ['x_undone_at', 'x_left', 'x_reopened_at', 'x_user_id'],
  });
const itemsOf = (ticket: number) =>
  odoo.model(ChecklistItem).searchRead([['x_ticket_id', '=', ticket]], {
    fields: ['x_name', 'x_is_done', 'x_done_by_id', 'x_done_at'],
  });
async function messagesOf(ticket: number, kind: 'answer' | 'note') {
  const rows = await odoo.call('mail.message', 'search_read', [
    [
      ['model', '=', PlayTicket.name],
      ['res_id', '=', ticket],
      ['message_type', '=', 'comment'],
      ['subtype_id.internal', '=', kind === 'note'],
    ],
    ['body'],
  ]);
  return (rows as readonly { readonly body: string }[]).map(({ body }) => String(body));
}
const activitiesOf = (ticket: number) =>
  odoo.call('mail.activity', 'search_read', [
    [
      ['res_model', '=', PlayTicket.name],
      ['res_id', '=', ticket],
    ],
    ['summary', 'user_id', 'date_deadline'],
  ]);
async function createTag(name: string): Promise<number> {
  const [id = 0] = await odoo.model(Tag).create([{ x_name: `${name} ${unique}` }]);
  return id;
}

describe('a play', () => {
  test('answers, changes, tags, lists and follows up in one go, and is taken back as far as it can be', async () => {
    const [asked, old] = [await createTag('asked'), await createTag('old')];
    const id = await createPlay({
      x_text: '<p>Dear {{ customer }}, about {{ticket}}: {{subject}}</p>',
      x_to_stage_id: waiting,
      x_to_priority: '3',
      x_assigns: 'me',
      x_tag_ids: [[6, 0, [asked]]],
      x_untag_ids: [[6, 0, [old]]],
      x_step_ids: [
        [0, 0, { x_name: 'First' }],
        [0, 0, { x_name: 'Second' }],
      ],
      x_follow_up: 'Ask once more',
    });
    const [ticket = 0] = await open(1, { x_tag_ids: [[6, 0, [old]]] });
    const before = await look(ticket);

    const run = await choose(id, [ticket]);
    const [shown] = await desk.model(PlayRun).read([run], ['x_text', 'x_gaps', 'x_changes']);
    await apply(run);

    // Filled in for the ticket, and a name that looks like markup is none.
    expect(shown?.x_text).toContain('Dear Ann &lt;b&gt;Archer&lt;/b&gt;, about TKT-');
    expect(shown?.x_changes).toContain('Ask once more');
    expect(await messagesOf(ticket, 'answer')).toMatchObject([
      expect.stringContaining('Dear Ann &lt;b&gt;Archer&lt;/b&gt;, about TKT-'),
    ]);
    expect(await look(ticket)).toMatchObject({
      x_state: 'waiting',
      x_priority: '3',
      x_user_id: [me, expect.anything()],
      x_tag_ids: [asked],
      x_checklist_progress: '0/2',
    });
    expect(await activitiesOf(ticket)).toMatchObject([
      { summary: 'Ask once more', user_id: [me, expect.anything()] },
    ]);

    const [first] = await itemsOf(ticket);
    await desk.model(ChecklistItem).write([first?.id ?? 0], { x_is_done: true });
    await desk.model(PlayTicket).write([ticket], { x_priority: '2' });
    const [use] = await usesOf(ticket);
    await press('action_play_undo', PlayUse.name, [use?.id ?? 0]);

    // But for what somebody changed since, what is done, and what the customer has.
    expect(await look(ticket)).toEqual({ ...before, x_priority: '2', x_checklist_progress: '1/1' });
    expect(await activitiesOf(ticket)).toEqual([]);
    expect(await messagesOf(ticket, 'answer')).toHaveLength(1);
    const [undone] = await usesOf(ticket);
    expect(undone?.x_undone_at).toBeTruthy();
    expect(undone?.x_left).toMatch(/Priority.*items that are done.*the answer/);
    await expect(press('action_play_undo', PlayUse.name, [use?.id ?? 0])).rejects.toThrow(
      /nothing to take back/,
    );
  });

  test('leaves a note that nobody but the desk reads, and takes it away again', async () => {
    const id = await createPlay({ x_text: '<p>Seen by {{technician}}</p>', x_text_as: 'note' });
    const [ticket = 0] = await open();

    await play(id, [ticket]);
    expect(await messagesOf(ticket, 'note')).toEqual([expect.stringContaining('Seen by Tess Technician')]);
    expect(await messagesOf(ticket, 'answer')).toEqual([]);

    const [use] = await usesOf(ticket);
    await press('action_play_undo', PlayUse.name, [use?.id ?? 0]);
    expect(await messagesOf(ticket, 'note')).toEqual([]);
  });

  test('is refused as a whole for one ticket and done for the next, with the reason', async () => {
    const solve = await createPlay({
      x_text: '<p>Solved</p>',
      x_text_as: 'note',
      x_to_stage_id: solved,
      x_to_priority: '0',
    });
    const [bare = 0] = await open();
    const [ready = 0] = await open(1, { x_solution: '<p>A new lamp</p>' } as object);
    const before = await look(bare);

    const shown = await play(solve, [bare, ready]);

    const { res_id: run = 0 } = Object(shown);
    const [told] = await desk.model(PlayRun).read([run], ['x_outcome']);
    expect(told?.x_outcome).toMatch(/1 of 2/);
    // In the stage's own words.
    expect(told?.x_outcome).toMatch(/solution/i);
    expect(await look(bare)).toEqual(before);
    expect(await messagesOf(bare, 'note')).toEqual([]);
    expect(await usesOf(bare)).toEqual([]);
    expect(await look(ready)).toMatchObject({ x_state: 'done', x_priority: '0' });
    await expect(apply(run)).rejects.toThrow(/already/);

    await press('action_play_run_undo', PlayRun.name, [run]);
    expect(await look(ready)).toMatchObject({ x_state: 'new', x_priority: '1' });
  });

  test('is taken back from many at once: the latest of a ticket first, and what is refused stays, with the reason', async () => {
    const urgent = await createPlay({ x_to_priority: '3', x_assigns: 'me', x_to_stage_id: waiting });
    const low = await createPlay({ x_to_priority: '0', x_assigns: 'nobody' });
    const [one = 0, two = 0, three = 0] = await open(3);
    const before = await Promise.all([one, two, three].map(look));
    await play(urgent, [one, two, three]);
    await play(low, [one, two]);
    // What a ticket of its own says against it keeps the others from nothing.
    await desk.model(PlayTicket).write([three], { x_priority: '2' });
    const uses = (await Promise.all([one, two, three].map(usesOf))).flat().map(({ id }) => id);

    const told = await press('action_play_undo', PlayUse.name, uses);

    const [first, second, third] = before;
    expect(await Promise.all([one, two, three].map(look))).toEqual([
      first,
      second,
      { ...third, x_priority: '2' },
    ]);
    expect(told).toMatchObject({
      params: { type: 'warning', message: expect.stringMatching(/Taken back: 5 .*TKT-\d+: Priority/) },
    });
  });

  test('is played on two hundred tickets, and taken back, within ten seconds each', async () => {
    const id = await createPlay({
      x_text: '<p>Dear {{customer}}</p>',
      x_to_stage_id: waiting,
      x_to_priority: '3',
      x_assigns: 'me',
      x_step_ids: [[0, 0, { x_name: 'First' }]],
      x_follow_up: 'Ask once more',
    });
    const tickets = await open(isLive ? 200 : 20);
    const run = await choose(id, tickets);

    let begin = performance.now();
    await apply(run);
    const played = performance.now() - begin;
    begin = performance.now();
    await press('action_play_run_undo', PlayRun.name, [run]);
    const undone = performance.now() - begin;

    const states = await odoo.model(PlayTicket).read(tickets, ['x_state', 'x_priority']);
    expect(new Set(states.map(({ x_state, x_priority }) => `${x_state} ${x_priority}`))).toEqual(
      new Set(['new 1']),
    );
    expect({ isPlayed: played < 10_000, isUndone: undone < 10_000, played, undone }).toMatchObject({
      isPlayed: true,
      isUndone: true,
    });
  }, 120_000);

  test('goes to nobody with a gap in it, and says what is missing', async () => {
    const id = await createPlay({ x_text: '<p>Ask {{assignee}}</p>' });
    const [ticket = 0] = await open();

    const run = await choose(id, [ticket]);
    const [shown] = await desk.model(PlayRun).read([run], ['x_text', 'x_gaps']);
    await expect(apply(run)).rejects.toThrow(/Assigned to/);
    expect(shown).toMatchObject({ x_gaps: 'Assigned to' });
    expect(shown?.x_text).toContain('text-bg-warning');

    await desk
      .model(PlayRun)
      .write([run], { x_text: '<p>Ask <span class="text-bg-warning">Tess</span></p>' });
    await apply(run);
    expect((await messagesOf(ticket, 'answer')).join()).toMatch(/Ask <span>Tess/);
  });

  test('speaks each customer’s language, and knows only names that it can fill in', async () => {
    const [handed] = await odoo.model(Play).searchRead([['x_name', '=', `Serial ${unique}`]], {
      fields: ['x_text', 'x_canned_id'],
    });
    const [ticket = 0] = await open();

    await play(handed?.id ?? 0, [ticket]);

    expect((await messagesOf(ticket, 'answer')).join()).toContain('Beste Ann');
    await expect(createPlay({ x_text: '<p>{{customr}}</p>' })).rejects.toThrow(/customr/);
  });

  test('is not for other teams, nor for those who may not change the ticket', async () => {
    const [other = 0] = await odoo.model(Team).create([{ x_name: `Other ${unique}` }]);
    const id = await createPlay({ x_text: '<p>Hello</p>', x_text_as: 'note', x_team_ids: [[6, 0, [other]]] });
    const [ticket = 0] = await open();

    await expect(play(id, [ticket])).rejects.toThrow(/not for tickets of the team/);
    await expect(desk.model(PlayUse).create([{ x_name: 'Forged', x_ticket_id: ticket }])).rejects.toThrow(
      /access|allowed/i,
    );
    await expect(desk.model(CategoryPlay).write([id], { x_to_priority: '0' })).rejects.toThrow(
      /access|allowed/i,
    );
  });

  test('is counted, and so are tickets that were reopened afterwards', async () => {
    const id = await createPlay({ x_text: '<p>Looked at</p>', x_text_as: 'note' });
    const [one = 0, two = 0, three = 0] = await open(3);
    await play(id, [one, two, three]);
    const [last] = await usesOf(three);
    await press('action_play_undo', PlayUse.name, [last?.id ?? 0]);
    await odoo.model(PlayTicket).write([one, two], { x_state: 'done', x_solution: '<p>Lamp</p>' } as object);
    await odoo.model(PlayTicket).write([one], { x_state: 'in_progress' });

    expect(await odoo.model(Play).read([id], ['x_use_count', 'x_reopened_count'])).toMatchObject([
      { x_use_count: 2, x_reopened_count: 1 },
    ]);
  });

  test('stands among Odoo’s canned responses as plain text, and goes with it', async () => {
    const id = await createPlay({
      x_shortcut: `hello-${unique}`,
      x_text: '<p>Dear {{customer}},<br>it is <b>here</b> &amp; there.</p><p>Bye</p>',
    });
    const find = async () =>
      (await odoo.call('mail.canned.response', 'search_read', [
        [['source', '=', `hello-${unique}`]],
        ['substitution', 'group_ids'],
      ])) as readonly { readonly substitution: string; readonly group_ids: readonly number[] }[];

    const [response] = await find();
    expect(response?.substitution).toBe('Dear …,\nit is here & there.\n\nBye');
    expect(response?.group_ids).toHaveLength(1);
    await odoo.model(Play).write([id], { x_text: '<p>Other</p>' });
    expect(await find()).toMatchObject([{ substitution: 'Other' }]);
    await odoo.model(Play).write([id], { x_active: false });
    expect(await find()).toEqual([]);
    await odoo.model(Play).write([id], { x_active: true });
    expect(await find()).toHaveLength(1);
    await odoo.model(Play).unlink([id]);
    expect(await find()).toEqual([]);
  });

  test('opens a ticket with its fields, its list and its words', async () => {
    const id = await createPlay({
      x_subject: 'Set up for {{customer}}',
      x_text: '<p>For {{customer}}: {{ticket}}, until {{deadline}}</p>',
      x_team_ids: [[6, 0, [team]]],
      x_to_priority: '2',
      x_step_ids: [[0, 0, { x_name: 'Unpack' }]],
    });
    const { res_id: run = 0 } = Object(await press('action_play_open_this', Play.name, [id]));
    await desk.model(PlayRun).write([run], { x_partner_id: ann.partnerId });
    await press('action_play_look', PlayRun.name, [run]);

    const { res_id: ticket = 0 } = Object(await press('action_play_create', PlayRun.name, [run]));

    const [made] = await odoo
      .model(PlayTicket)
      .read([ticket], ['x_name', 'x_description', 'x_team_id', 'x_priority', 'x_checklist_progress']);
    expect(made).toMatchObject({
      x_name: 'Set up for Ann <b>Archer</b>',
      x_team_id: [team, expect.anything()],
      x_priority: '2',
      x_checklist_progress: '0/1',
    });
    expect(made?.x_description).toMatch(/For Ann &lt;b&gt;Archer&lt;\/b&gt;: TKT-\d+, until /);
    expect(made?.x_description).not.toContain('{');
  });
});

describe('a checklist', () => {
  test('remembers who did what, and an item that is a ticket is done with it', async () => {
    const [ticket = 0, other = 0] = await open(2);
    const [plain = 0] = await desk
      .model(ChecklistItem)
      .create([{ x_ticket_id: ticket, x_name: 'Order a lamp' }]);
    await desk.model(ChecklistItem).create([{ x_ticket_id: ticket, x_other_ticket_id: other }]);

    await desk.model(ChecklistItem).write([plain], { x_is_done: true });
    expect(await look(ticket)).toMatchObject({ x_checklist_progress: '1/2' });
    await odoo.model(PlayTicket).write([other], { x_state: 'done', x_solution: '<p>Lamp</p>' } as object);
    expect(await look(ticket)).toMatchObject({ x_checklist_progress: '2/2' });
    await odoo.model(PlayTicket).write([other], { x_state: 'in_progress' });

    expect(await look(ticket)).toMatchObject({ x_checklist_progress: '1/2' });
    expect(await itemsOf(ticket)).toMatchObject([
      {
        x_name: 'Order a lamp',
        x_is_done: true,
        x_done_by_id: [me, expect.anything()],
        x_done_at: expect.any(String),
      },
      {
        x_name: expect.stringMatching(/^TKT-\d+ Beamer/),
        x_is_done: false,
        x_done_by_id: false,
        x_done_at: false,
      },
    ]);
  });

  test('comes before closing where its play asks for it, but holds no customer up', async () => {
    const id = await createPlay({
      x_step_ids: [[0, 0, { x_name: 'Give the key back' }]],
      x_asks_checklist: true,
    });
    const [ticket = 0] = await open(1, { x_solution: '<p>Lamp</p>' } as object);
    await play(id, [ticket]);

    await expect(desk.model(PlayTicket).write([ticket], { x_state: 'done' })).rejects.toThrow(
      /Give the key back/,
    );
    const [item] = await itemsOf(ticket);
    await desk.model(ChecklistItem).write([item?.id ?? 0], { x_is_done: true });
    await desk.model(PlayTicket).write([ticket], { x_state: 'done' });

    expect(await look(ticket)).toMatchObject({ x_state: 'done' });
  });
});
