import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EscalatedTicket } from '../../src/addons/escalation/models.ts';
import { toOdooDatetime } from '../../src/odoo/values.ts';
import { configured } from '../support/configured.ts';
import { createTechnician } from '../support/create-technician.ts';
import { createEscalationWorld, type EscalationWorld, HOUR } from '../support/escalation-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

let deployed: Deployed;
let world: EscalationWorld;
const tickets = () => world.odoo.model(EscalatedTicket);
const _inHours = (hours: number) => toOdooDatetime(new Date(Date.now() + hours * HOUR));

beforeAll(async () => {
  deployed = await startDeployed({ on: configured('tickets: { deadline_hours: 0 }') });
  world = createEscalationWorld(deployed);
});
afterAll(() => world?.close());

async function createPerson(name: string): Promise<number> {
  const { login } = await createTechnician(world.odoo);
  const [id = 0] = (await world.odoo.call('res.users', 'search', [[['login', '=', login]]])) as number[];
  await world.odoo.call('res.users', 'write', [[id], { name }]);
  return id;
}

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
});
