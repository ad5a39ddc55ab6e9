import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditLine } from '../../src/addons/audit/models.ts';
import { KeptFigures, KeptTicket, Term } from '../../src/addons/privacy/terms/models.ts';
import { createTermsJob } from '../../src/addons/privacy/terms/terms-job.ts';
import { Team, TeamTicket } from '../../src/addons/teams/models.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createExternalIdLease } from '../../src/odoo/external-id-lease.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createTechnician } from '../support/create-technician.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runServerAction } from '../support/run-server-action.ts';
import type { Backend } from '../support/start-backend.ts';
import { startDeployed } from '../support/start-deployed.ts';

let backend: Backend;
let odoo: Odoo;
/** The account of `serve`, with its one group and no more. */
let service: Odoo;

beforeAll(async () => {
  const deployed = await startDeployed();
  ({ backend } = deployed);
  odoo = backend.odoo;
  service = createOdoo(deployed.service);
});
afterAll(async () => {
  // A live database is left with no term that is on.
  const terms = await odoo?.model(Term).search([], { context: { active_test: false } });
  if (terms && terms.length > 0) await odoo.model(Term).unlink(terms);
  await backend?.close();
});

const one = async (made: Promise<readonly number[]>) => (await made)[0] ?? 0;
const press = (action: string, id: number) => runServerAction(odoo, action, Term.name, [id]);

/** Closed long ago, but for the last. */
async function createClosed(count: number) {
  const team = await one(odoo.model(Team).create([{ x_name: `Terms ${Math.random()}` }]));
  const { partnerId, companyId } = await createCustomer(odoo, 'Otto Old');
  const tickets = await odoo.model(TeamTicket).create(
    Array.from({ length: count }, (_, place) => ({
      x_name: `Old ${place}`,
      x_description: '<p>Something of Otto</p>',
      x_partner_id: partnerId,
      x_team_id: team,
    })),
  );
  await odoo.model(TeamTicket).write([...tickets], { x_state: 'done', x_rating: '4' });
  await odoo.model(TeamTicket).write(tickets.slice(0, -1), { x_closed_at: '2020-03-15 10:00:00' });
  return { team, tickets, companyId };
}

async function createTerm(team: number, end: 'archive' | 'anonymise' | 'delete'): Promise<number> {
  const id = await one(
    odoo.model(Term).create([{ x_name: `After a year: ${end}`, x_months: 12, x_end: end }]),
  );
  await odoo.call(Term.name, 'write', [[id], { x_team_ids: [[6, 0, [team]]] }]);
  return id;
}

const read = (tickets: readonly number[]) =>
  odoo.model(KeptTicket).searchRead([['id', 'in', [...tickets]]], {
    fields: ['x_name', 'x_description', 'x_partner_id', 'x_active', 'x_closed_at'],
    order: 'id',
    context: { active_test: false },
  });

describe('a term', () => {
  test('does nothing before somebody has looked, says what it will do, and empties what was closed long ago', async () => {
    const { team, tickets, companyId } = await createClosed(5);
    await odoo.model(KeptTicket).write([tickets[0] ?? 0], { x_is_kept: true });
    const term = await createTerm(team, 'anonymise');

    await runClusterJob(createTermsJob({ odoo: service, batchSize: 2 }));
    const untouched = await read(tickets);
    await expect(press('action_term_switch', term)).rejects.toThrow(/Look at/);
    const [shown] = await odoo.model(Term).searchRead([['id', '=', term]], { fields: ['x_preview'] });
    await press('action_term_look', term);
    await press('action_term_switch', term);
    await runClusterJob(createTermsJob({ odoo: service, batchSize: 2 }));

    expect(untouched.every(({ x_description }) => String(x_description).includes('Otto'))).toBe(true);
    expect(shown?.x_preview).toContain('empties 3 tickets');
    const rows = await read(tickets);
    expect(rows.map(({ x_name }) => x_name)).toEqual([
      'Old 0',
      ...Array.from({ length: 3 }, () => 'Removed for privacy'),
      'Old 4',
    ]);
    expect(rows[1]).toMatchObject({ x_description: false, x_closed_at: '2020-03-15 10:00:00' });
    expect(rows[1]?.x_partner_id).toMatchObject([companyId, expect.anything()]);
    // What it says was changed: it is off until somebody has looked again.
    await odoo.model(Term).write([term], { x_months: 6 });
    const [changed] = await odoo
      .model(Term)
      .searchRead([['id', '=', term]], { fields: ['x_is_on', 'x_done_count'] });
    expect(changed).toMatchObject({ x_is_on: false, x_done_count: 3 });
  });

  test('deletes and keeps the figures of the month; another archives', async () => {
    const { team, tickets } = await createClosed(3);
    const other = await createClosed(3);
    for (const term of [await createTerm(team, 'delete'), await createTerm(other.team, 'archive')]) {
      await press('action_term_look', term);
      await press('action_term_switch', term);
    }

    await runClusterJob(createTermsJob({ odoo: service, batchSize: 1 }));

    expect(await read(tickets)).toHaveLength(1);
    const [kept] = await odoo.model(KeptFigures).searchRead([['x_team_id', '=', team]], {
      fields: ['x_name', 'x_tickets', 'x_rated', 'x_stars'],
    });
    expect(kept).toMatchObject({ x_name: '2020-03', x_tickets: 2, x_rated: 2, x_stars: 8 });
    expect((await read(other.tickets)).map(({ x_active }) => x_active)).toEqual([false, false, true]);
  });

  test('that a visit to come holds up holds up no other term', async () => {
    const other = await createClosed(3);
    const { team, tickets } = await createClosed(3);
    await odoo.call('x_support.appointment', 'create', [[{ x_ticket_id: tickets[0], x_status: 'draft' }]]);
    for (const term of [await createTerm(team, 'archive'), await createTerm(other.team, 'archive')]) {
      await press('action_term_look', term);
      await press('action_term_switch', term);
    }

    await runClusterJob(createTermsJob({ odoo: service, batchSize: 1 }));

    const activeOf = async (ids: readonly number[]) => (await read(ids)).map(({ x_active }) => x_active);
    expect(await activeOf(tickets)).toEqual([true, false, true]);
    expect(await activeOf(other.tickets)).toEqual([false, false, true]);
  });
});

describe('the audit', () => {
  const linesOf = (model: string, record: number) =>
    odoo.model(AuditLine).searchRead(
      [
        ['x_model', '=', model],
        ['x_record', '=', record],
      ],
      { fields: ['x_name', 'x_what', 'x_field', 'x_before', 'x_after', 'x_by'], order: 'id' },
    );

  test('says who changed a setting from what to what, and what apply changed', async () => {
    const team = await one(odoo.model(Team).create([{ x_name: 'First' }]));
    await odoo.model(Team).write([team], { x_name: 'Second' });
    await odoo.model(Team).write([team], { x_name: 'Second' });
    const lease = createExternalIdLease({ odoo, clock: systemClock, name: 'apply', lastsMs: 60_000 });
    await lease.take('a test', 60_000);
    await odoo.model(Team).write([team], { x_name: 'Third' });
    await lease.release('a test');
    await odoo.model(Team).unlink([team]);

    expect(await linesOf(Team.name, team)).toMatchObject([
      { x_name: 'First', x_what: 'created', x_by: 'person' },
      { x_name: 'Second', x_what: 'changed', x_field: 'Team', x_before: 'First', x_after: 'Second' },
      { x_name: 'Third', x_what: 'changed', x_before: 'Second', x_after: 'Third', x_by: 'apply' },
      { x_name: 'Third', x_what: 'deleted', x_by: 'person' },
    ]);
  });

  test('says who got which role, and is nobody’s to change', async () => {
    const { login } = await createTechnician(odoo);
    const [user] = (await odoo.call('res.users', 'search_read', [
      [['login', '=', login]],
      ['name'],
    ])) as readonly {
      readonly id: number;
    }[];
    const id = user?.id ?? 0;
    const [admins] = await findExternalIds(odoo, ['__supportdesk__.group_administrator']);
    await odoo.call('res.users', 'write', [[id], { groups_id: [[4, admins?.recordId]] }]);

    const lines = await linesOf('res.users', id);
    expect(lines.at(-1)?.x_after).toContain('Administrator');
    expect(lines.at(-1)?.x_before).not.toContain('Administrator');
    const [line] = await odoo.model(AuditLine).search([], { limit: 1 });
    for (const account of [odoo, service]) {
      await expect(account.model(AuditLine).write([line ?? 0], { x_after: 'nothing' })).rejects.toThrow();
      await expect(account.model(AuditLine).unlink([line ?? 0])).rejects.toThrow();
    }
  });
});
