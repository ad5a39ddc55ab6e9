import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EscalatedTicket, Escalation, EscalationWatch } from '../../src/addons/escalation/models.ts';
import { toOdooDatetime } from '../../src/odoo/values.ts';
import { configured } from '../support/configured.ts';
import { createTechnician } from '../support/create-technician.ts';
import { createEscalationWorld, type EscalationWorld, HOUR } from '../support/escalation-world.ts';
import { interrupt, Killed } from '../support/interrupt.ts';
import { runServerAction } from '../support/run-server-action.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let world: EscalationWorld;
const tickets = () => world.odoo.model(EscalatedTicket);
const hoursOn = (hours: number) => new Date(Date.now() + hours * HOUR);
const inHours = (hours: number) => toOdooDatetime(hoursOn(hours));

beforeAll(async () => {
  deployed = await startDeployed({ on: configured('tickets: { deadline_hours: 0 }') });
  world = createEscalationWorld(deployed);
}, 900_000);
afterAll(() => world?.close());

async function createPerson(name: string): Promise<number> {
  const { login } = await createTechnician(world.odoo);
  const [id = 0] = (await world.odoo.call('res.users', 'search', [[['login', '=', login]]])) as number[];
  await world.odoo.call('res.users', 'write', [[id], { name }]);
  return id;
}

const nameOf = ({ x_user_id }: { readonly x_user_id: false | readonly [number, string] }) =>
  x_user_id ? x_user_id[1] : '';
const activitiesOf = (ticket: number) =>
  world.odoo.call('mail.activity', 'search_read', [
    [
      ['res_model', '=', EscalatedTicket.name],
      ['res_id', '=', ticket],
    ],
    ['user_id', 'summary', 'note'],
  ]) as Promise<{ user_id: [number, string]; summary: string; note: string }[]>;
const mailsOf = (ticket: number) =>
  world.count('x_support.mail_event', [
    ['x_ticket_id', '=', ticket],
    ['x_event', '=', 'escalating'],
  ]);
const followersOf = (ticket: number) =>
  world.count('mail.followers', [
    ['res_model', '=', EscalatedTicket.name],
    ['res_id', '=', ticket],
  ]);

describe('levels on what a policy promises', () => {
  test('act once each, and say why; after a day without the service all that came due, at once', async () => {
    const leader = await createPerson('Lea Leader');
    const assignee = await createPerson('Ann Assigned');
    const team = await world.createTeam({ x_leader_id: leader });
    await world.createPolicy(team, { x_solution_hours: 8 });
    const near = await world.createLevel(team, {
      x_when: 'share',
      x_target: 'solution',
      x_activity: 'assignee',
    });
    const missed = await world.createLevel(team, { x_when: 'missed', x_mails: true, x_raise_to: '2' });
    const late = await world.createLevel(team, {
      x_when: 'missed',
      x_hours: 4,
      x_mails: true,
      x_activity: 'leader',
    });
    const [ticket = 0, done = 0] = await world.open(team, 2, { x_user_id: assignee });
    const followers = await followersOf(ticket);

    await world.runAfter(5.9);
    expect(await world.actsOf(ticket)).toEqual([]);
    await world.runAfter(6.1);
    expect(await world.actsOf(ticket)).toEqual([near]);
    expect(await activitiesOf(ticket)).toMatchObject([
      {
        user_id: [assignee, 'Ann Assigned'],
        note: expect.stringContaining('75 % of the time for the solution'),
      },
    ]);
    await tickets().write([done], { x_state: 'done' });
    await world.runAfter(34);
    await world.runAfter(34);

    expect(await world.actsOf(ticket)).toEqual([near, missed, late]);
    expect(await world.actsOf(done)).toEqual([near]);
    expect((await activitiesOf(ticket)).map(({ user_id }) => user_id[0])).toEqual([assignee, leader]);
    expect(await mailsOf(ticket)).toBe(1);
    // Nobody follows a ticket because of an activity.
    expect(await followersOf(ticket)).toBe(followers);
    const [row] = await tickets().read([ticket], ['x_priority', 'x_last_escalation', 'x_escalated_at']);
    expect(row).toMatchObject({
      x_priority: '2',
      x_last_escalation: expect.stringContaining('Level'),
      x_escalated_at: expect.any(String),
    });
    const notes = (await world.notesOf(ticket)).join('\n');
    expect(notes).toContain(
      'the solution is overdue by 4 h · priority raised to High · activity for Lea Leader · mail sent',
    );
    expect(notes).toContain('activity for Ann Assigned');
  });

  test('begin anew where a ticket is reopened, and not where the clock has only stood still', async () => {
    const team = await world.createTeam();
    await world.createPolicy(team, { x_solution_hours: 8 });
    const level = await world.createLevel(team, { x_when: 'missed', x_target: 'solution', x_mails: true });
    const [ticket = 0] = await world.open(team);
    await world.runAfter(9);
    expect(await world.actsOf(ticket)).toEqual([level]);

    await tickets().write([ticket], { x_state: 'waiting' });
    await tickets().write([ticket], { x_state: 'in_progress' });
    await world.runAfter(40);
    expect(await world.actsOf(ticket)).toEqual([level]);

    await tickets().write([ticket], { x_state: 'done' });
    await world.runAfter(60);
    await tickets().write([ticket], { x_state: 'in_progress' });
    await world.runAfter(80);
    await world.runAfter(90);
    expect(await world.actsOf(ticket)).toEqual([level, level]);
  });

  test('begin anew under other terms, but not under those by which a ticket is just as late', async () => {
    const team = await world.createTeam();
    const policy = await world.createPolicy(team, { x_solution_hours: 8 });
    const level = await world.createLevel(team, { x_when: 'missed', x_mails: true });
    const [ticket = 0] = await world.open(team);
    await world.runAfter(9);
    const promise = async (x_solution_hours: number, x_priority: '1' | '2') => {
      await world.odoo.call('x_support.sla', 'write', [[policy], { x_solution_hours }]);
      await tickets().write([ticket], { x_priority });
    };

    await promise(6, '2');
    await world.runAfter(9.5);
    expect(await world.actsOf(ticket)).toEqual([level]);
    await promise(20, '1');
    await world.runAfter(19);
    expect(await world.actsOf(ticket)).toEqual([level]);
    await world.runAfter(21);

    expect(await world.actsOf(ticket)).toEqual([level, level]);
  });

  test('warn nobody while the clock stands still', async () => {
    const team = await world.createTeam();
    await world.createPolicy(team, { x_solution_hours: 8 });
    await world.createLevel(team, { x_when: 'share', x_mails: true });
    const [ticket = 0] = await world.open(team);
    await tickets().write([ticket], { x_state: 'waiting' });

    await world.runAfter(100);

    expect(await world.actsOf(ticket)).toEqual([]);
    expect(await world.lookAt(ticket)).toBe(false);
  });

  test('do not act again because of a date that they moved themselves', async () => {
    const team = await world.createTeam();
    await world.createPolicy(team, { x_solution_hours: 2, x_priority: '3', x_sequence: -2 });
    await world.createPolicy(team, { x_solution_hours: 8 });
    const level = await world.createLevel(team, { x_when: 'missed', x_raise_to: '3', x_mails: true });
    const [ticket = 0] = await world.open(team);

    await world.runAfter(8.5);
    await world.runAfter(8.6);
    await world.runAfter(50);

    expect(await world.actsOf(ticket)).toEqual([level]);
    expect(await mailsOf(ticket)).toBe(1);
  });
});

describe('other levels', () => {
  test('watch tickets that nobody has, anew each time that somebody has lost one', async () => {
    const person = await createPerson('Una Unassigned');
    const team = await world.createTeam();
    const level = await world.createLevel(team, { x_when: 'unassigned', x_hours: 1, x_add_tag_ids: [] });
    const [ticket = 0, held = 0] = await world.open(team, 2);
    await tickets().write([held], { x_user_id: person });
    await world.runAfter(2);
    await world.runAfter(3);
    expect(await world.actsOf(ticket, held)).toEqual([level]);

    await tickets().write([ticket, held], { x_user_id: person });
    await world.runAfter(4);
    expect(await world.lookAt(ticket)).toBe(false);
    await tickets().write([ticket, held], { x_user_id: false });
    await world.runAfter(5);

    expect(await world.actsOf(ticket)).toEqual([level, level]);
    expect(await world.actsOf(held)).toEqual([level]);
  });

  test('follow a date that was set by hand, each time that it is moved', async () => {
    const team = await world.createTeam();
    const half = await world.createLevel(team, { x_when: 'share', x_share: 50, x_from_priority: '2' });
    const passed = await world.createLevel(team, { x_when: 'missed', x_from_priority: '2' });
    const [ticket = 0, low = 0] = await world.open(team, 2, { x_sla_deadline: inHours(2), x_priority: '2' });
    await tickets().write([low], { x_priority: '1' });

    await world.runAfter(1.5);
    expect(await world.actsOf(ticket)).toEqual([half]);
    await world.runAfter(3);
    await world.runAfter(4);
    expect(await world.actsOf(ticket)).toEqual([half, passed]);
    await tickets().write([ticket], { x_sla_deadline: inHours(10) });
    await world.runAfter(11);

    expect(await world.actsOf(ticket)).toEqual([half, passed, half, passed]);
    expect(await world.actsOf(low)).toEqual([]);
  });

  test('count how often a ticket was reopened, how long it waits, and how long a customer does', async () => {
    const team = await world.createTeam();
    const reopened = await world.createLevel(team, { x_when: 'reopened', x_times: 2 });
    const waiting = await world.createLevel(team, { x_when: 'waiting', x_hours: 24 });
    const desk = await world.createLevel(team, { x_when: 'desk', x_hours: 6 });
    const [back = 0, still = 0] = await world.open(team, 2);
    await tickets().write([still], { x_state: 'waiting' });
    for (const x_state of ['done', 'in_progress', 'done', 'in_progress'] as const) {
      await tickets().write([back], { x_state });
    }

    await world.runAfter(5);
    expect(await world.actsOf(back)).toEqual([reopened]);
    await world.runAfter(25);

    expect(await world.actsOf(back)).toEqual([reopened, desk]);
    expect(await world.actsOf(still)).toEqual([waiting]);
  });

  test('hand tickets to somebody, or to whomever the team’s rule gives them', async () => {
    const [one, two, boss] = [
      await createPerson('One'),
      await createPerson('Two'),
      await createPerson('Boss'),
    ];
    const team = await world.createTeam({ x_member_ids: [[6, 0, [one, two]]], x_assign_by: 'round_robin' });
    await world.createLevel(team, { x_when: 'missed', x_hands_on: true });
    await world.createLevel(team, { x_when: 'missed', x_hours: 4, x_assign_to_id: boss });
    const ids = await world.open(team, 2, { x_sla_deadline: inHours(1), x_user_id: one });

    await world.runAfter(2);
    const handed = await tickets().read([...ids], ['x_user_id']);
    expect(handed.map(nameOf)).toEqual(['Two', 'Two']);
    await world.runAfter(6);

    const given = await tickets().read([...ids], ['x_user_id']);
    expect(given.map(nameOf)).toEqual(['Boss', 'Boss']);
    expect((await world.notesOf(ids[0] ?? 0)).join('\n')).toContain('assigned to Boss');
  });

  test('are about a category and what belongs to it', async () => {
    const team = await world.createTeam();
    const create = async (values: object) =>
      Number(await world.odoo.call('x_support.category', 'create', [values]));
    const group = await create({ x_name: 'Group' });
    const below = await create({ x_name: 'Below', x_parent_id: group });
    const other = await create({ x_name: 'Other' });
    const level = await world.createLevel(team, {
      x_when: 'missed',
      ...{ x_category_ids: [[6, 0, [group]]] },
    });
    const open = (x_category_id: number | false) =>
      world.open(team, 1, { x_category_id, x_sla_deadline: inHours(1) });
    const ids = [
      ...(await open(group)),
      ...(await open(below)),
      ...(await open(other)),
      ...(await open(false)),
    ];

    await world.runAfter(2);

    expect(await world.actsOf(...ids)).toEqual([level, level]);
    expect(await world.actsOf(...ids.slice(0, 2))).toEqual([level, level]);
  });
});

describe('what lies in the past', () => {
  test('is left alone: closed tickets, imported ones, and what came due before a level held', async () => {
    const team = await world.createTeam();
    const overdue = await world.open(team, 2, { x_sla_deadline: inHours(1) });
    const imported = await world.open(team, 1, {
      x_opened_at: toOdooDatetime(hoursOn(-900)),
      x_sla_deadline: inHours(-800),
    });
    const done = await world.open(team, 1, { x_sla_deadline: inHours(1), x_state: 'done' });
    const ids = [...overdue, ...imported, ...done];
    const levels = [
      await world.createLevel(team, { x_when: 'missed', x_mails: true }),
      await world.createLevel(team, { x_when: 'unassigned', x_hours: 1, x_mails: true }),
      await world.createLevel(team, { x_when: 'desk', x_hours: 1, x_mails: true }),
    ];
    // As if they were made when all of that had long passed.
    await world.odoo.model(Escalation).write(levels, { x_since: inHours(1.5) });

    await world.runAfter(2);
    await world.runAfter(200);

    expect(await world.actsOf(...ids)).toEqual([]);
    expect(
      await world.count('x_support.mail_event', [
        ['x_ticket_id', 'in', ids],
        ['x_event', '=', 'escalating'],
      ]),
    ).toBe(0);
    expect(await world.count(EscalationWatch.name, [['x_ticket_id', 'in', ids]])).toBe(0);
  });
});

test('a preview tells what a level would come to, and does nothing', async () => {
  const team = await world.createTeam();
  const level = await world.createLevel(team, { x_when: 'missed', x_mails: true });
  const ids = [
    ...(await world.open(team, 2, { x_sla_deadline: inHours(2) })),
    ...(await world.open(team, 1, { x_sla_deadline: inHours(-2) })),
    ...(await world.open(team, 1, { x_sla_deadline: inHours(200) })),
  ];

  const shown = await runServerAction(world.odoo, 'action_escalation_preview', Escalation.name, [level]);

  expect(JSON.stringify(shown)).toMatch(
    /Of \d+ open tickets 2 come to this point within a day\. 1 did before/,
  );
  expect(await world.actsOf(...ids)).toEqual([]);
});

describe('the job', () => {
  test('asks once where nothing is due and nothing changed, and reads no ticket', async () => {
    const team = await world.createTeam();
    await world.createLevel(team, { x_when: 'missed' });
    await world.open(team, 5, { x_sla_deadline: inHours(48) });
    await world.settle();
    // What other tests left is not due either.
    const job = world.jobAt(hoursOn(-24));
    await job.isNeeded?.(new AbortController().signal);
    deployed.backend.watched.clearRequests();

    expect(await job.isNeeded?.(new AbortController().signal)).toBe(false);
    expect(deployed.backend.watched.requests).toHaveLength(1);
  });

  test('does nothing twice where two do it at once, in however small batches', async () => {
    const team = await world.createTeam();
    const level = await world.createLevel(team, { x_when: 'missed', x_mails: true });
    const ids = await world.open(team, 23, { x_sla_deadline: inHours(1) });
    await world.settle();

    const copies = [1, 2, 3].map(() => world.jobAt(hoursOn(2), world.service, { planned: 7, acted: 4 }));
    await Promise.all(copies.map((job) => world.run(job)));

    expect(await world.actsOf(...ids)).toEqual(ids.map(() => level));
    for (const id of ids.slice(0, 3)) expect(await mailsOf(id)).toBe(1);
  });

  test('may be killed at any call: nothing is lost, and nothing done twice', async () => {
    const team = await world.createTeam();
    const level = await world.createLevel(team, { x_when: 'missed', x_activity: 'leader', x_mails: true });
    for (const isCarriedOut of [false, true]) {
      for (let after = 0, isHit = true; isHit; after += 1) {
        const ids = await world.open(team, 9, { x_sla_deadline: inHours(1) });
        await world.settle();
        const { odoo, wasHit } = interrupt(world.service, { after, isCarriedOut });
        const sizes = { planned: 4, acted: 4 };

        await world.run(world.jobAt(hoursOn(2), odoo, sizes)).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
        await world.run(world.jobAt(hoursOn(2), world.service, sizes));

        expect(await world.actsOf(...ids)).toEqual(ids.map(() => level));
        expect(await mailsOf(ids[4] ?? 0)).toBe(1);
        isHit = wasHit();
      }
    }
  });

  test('lets a ticket that Odoo refuses wait for an hour, and goes on with the others', async () => {
    const team = await world.createTeam();
    const level = await world.createLevel(team, { x_when: 'missed', x_raise_to: '3' });
    const ids = await world.open(team, 5, { x_sla_deadline: inHours(1) });
    const [, , bad = 0] = ids;
    const [model] = (await world.odoo.call('ir.model', 'search', [
      [['model', '=', EscalatedTicket.name]],
    ])) as number[];
    const [field] = (await world.odoo.call('ir.model.fields', 'search', [
      [
        ['model', '=', EscalatedTicket.name],
        ['name', '=', 'x_priority'],
      ],
    ])) as number[];
    const automation = Number(
      await world.odoo.call('base.automation', 'create', [
        {
          name: 'Refuses',
          model_id: model,
          trigger: 'on_write',
          trigger_field_ids: [[6, 0, [field]]],
          filter_domain: `[('id', '=', ${bad})]`,
          action_server_ids: [
            [
              0,
              0,
              { name: 'Refuses', model_id: model, state: 'code', code: "raise UserError('Not this one')" },
            ],
          ],
        },
      ]),
    );

    await world.runAfter(2);
    expect(await world.actsOf(...ids)).toEqual([level, level, level, level]);
    expect(
      await world.count(EscalationWatch.name, [
        ['x_ticket_id', '=', bad],
        ['x_error', 'ilike', 'Not this one'],
      ]),
    ).toBe(1);
    await world.odoo.call('base.automation', 'unlink', [[automation]]);
    await world.runAfter(4);

    expect(await world.actsOf(bad)).toEqual([level]);
  });
});
