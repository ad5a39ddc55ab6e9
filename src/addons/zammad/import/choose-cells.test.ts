import { expect, test } from 'vitest';
import { createOdoo } from '../../../odoo/model-api.ts';
import { stampCells } from '../../../sync/stamp-cells.ts';
import { chooseCells } from './choose-cells.ts';
import type { ImportRules } from './import-rules.ts';
import type { TicketPlan } from './plan-tickets.ts';

const imported = { x_priority: '1', 'x_user_id/.id': '7' };

/** Zammad changed both fields at noon; what Odoo holds is given. */
function choose(winners: ImportRules['winners'], current: Readonly<Record<string, unknown>>) {
  const odoo = createOdoo({ call: async () => [{ id: 11, ...current }] });
  const plan = {
    before: { id: 11, x_import_hash: stampCells(imported), x_import_version: '', x_import_pending: false },
    changed: { x_priority: '2', 'x_user_id/.id': '8' },
    read: { ticket: { updated_at: '2026-03-01T12:00:00.000Z' } },
  } as unknown as TicketPlan;
  return chooseCells(odoo, [plan], winners).then((chosen) => chosen.get(plan));
}

const untouched = { x_priority: '1', x_user_id: [7, 'Sofie'], write_date: '2026-03-01 13:00:00' };
const changed = { ...untouched, x_priority: '3' };

test('follows Zammad unless told otherwise', async () => {
  expect(await choose({}, changed)).toEqual({ x_priority: '2', 'x_user_id/.id': '8' });
});

test('leaves a field to Odoo that both changed, and follows Zammad where only Zammad did', async () => {
  const winners = { x_priority: 'odoo', x_user_id: 'odoo' } as const;

  expect(await choose(winners, changed)).toEqual({ 'x_user_id/.id': '8' });
  expect(await choose(winners, untouched)).toEqual({ x_priority: '2', 'x_user_id/.id': '8' });
});

test('asks who was later', async () => {
  const winners = { x_priority: 'newest' } as const;

  expect(await choose(winners, changed)).toEqual({ 'x_user_id/.id': '8' });
  expect(await choose(winners, { ...changed, write_date: '2026-03-01 11:00:00' })).toMatchObject({
    x_priority: '2',
  });
});
