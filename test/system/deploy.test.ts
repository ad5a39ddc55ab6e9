import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

const declarations = addons.map(({ declaration }) => declaration);
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());

describe('apply', () => {
  test('makes what the plan shows, and then there is nothing left to do', async () => {
    await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);

    expect((await plan(backend.odoo, declarations)).changes).toEqual([]);
  });

  test('makes again what somebody deleted and, where told to, changes back what somebody changed', async () => {
    const [view] = await backend.odoo
      .model({ name: 'ir.ui.view', fields: { name: { type: 'char' } } })
      .searchRead([['name', '=', 'tag_list']], { fields: ['name'] });
    const [rule] = await backend.odoo
      .model({ name: 'ir.rule', fields: { name: { type: 'char' } } })
      .searchRead([['name', 'like', 'Support tickets: customers']], { fields: ['name'] });
    await backend.odoo.call('ir.ui.view', 'unlink', [[view?.id]]);
    await backend.odoo.call('ir.rule', 'write', [[rule?.id], { domain_force: "[('id', '=', 0)]" }]);

    const planned = await plan(backend.odoo, declarations, { overwrite: true });
    await apply(backend.odoo, planned, () => undefined);

    expect(planned.changes.map(({ kind }) => kind).sort()).toEqual(['create', 'update']);
    expect((await plan(backend.odoo, declarations)).changes).toEqual([]);
  });
});

describe('a ticket made in the back office', () => {
  test('gets its reference, its dates and its deadline at once', async () => {
    const tickets = backend.odoo.model(Ticket);
    const ids = await tickets.create([{ x_name: 'Printer on fire' }, { x_name: 'Printer wet' }]);

    const rows = await tickets.read(ids, [
      'x_ticket_ref',
      'x_state',
      'x_priority',
      'x_opened_at',
      'x_sla_deadline',
      'x_is_overdue',
    ]);

    const [first, second] = rows.map(({ x_ticket_ref }) => Number(String(x_ticket_ref).replace(/^TKT-/, '')));
    expect(second).toBe(Number(first) + 1);
    expect(rows[0]).toMatchObject({ x_state: 'new', x_priority: '1', x_is_overdue: false });
    const hours =
      (Date.parse(`${rows[0]?.x_sla_deadline}Z`) - Date.parse(`${rows[0]?.x_opened_at}Z`)) / 3_600_000;
    expect(hours).toBeCloseTo(48, 1);
  });

  test('is overdue once its deadline has passed, until it is done', async () => {
    const tickets = backend.odoo.model(Ticket);
    const ids = await tickets.create([{ x_name: 'Late', x_sla_deadline: '2020-01-01 00:00:00' }]);
    const before = await tickets.read(ids, ['x_is_overdue', 'x_closed_at']);

    await tickets.write(ids, { x_state: 'done' });

    const after = await tickets.read(ids, ['x_is_overdue', 'x_closed_at']);
    expect(before[0]).toMatchObject({ x_is_overdue: true, x_closed_at: false });
    expect(after[0]?.x_is_overdue).toBe(false);
    expect(after[0]?.x_closed_at).toMatch(/^\d{4}-/);
  });
});
