import { z } from 'zod';
import type { Odoo } from '../../../odoo/model-api.ts';
import { parseOdooDatetime } from '../../../odoo/values.ts';
import type { Cells } from '../../../sync/import-row.ts';
import { isStamped } from '../../../sync/stamp-cells.ts';
import { ImportedTicket } from '../models.ts';
import type { ImportRules } from './import-rules.ts';
import type { TicketPlan } from './plan-tickets.ts';

/**
 * What is written of the changes in Zammad, by ticket. A field that only one side changed follows that side; where
 * both did, the operator's rule decides. Odoo is asked only where a rule depends on it: one call at most.
 */
export async function chooseCells(
  odoo: Odoo,
  plans: readonly TicketPlan[],
  winners: ImportRules['winners'],
): Promise<ReadonlyMap<TicketPlan, Cells>> {
  const ruleOf = (column: string) => winners[fieldOf(column)] ?? 'zammad';
  const disputed = plans.flatMap((plan) => {
    const columns = Object.keys(plan.changed).filter((column) => ruleOf(column) !== 'zammad');
    return plan.before && columns.length > 0 ? [{ plan, id: plan.before.id, columns }] : [];
  });
  const current = await readCurrent(
    odoo,
    disputed.map(({ id }) => id),
    [...new Set(disputed.flatMap(({ columns }) => columns.map(fieldOf)))],
  );
  const lost = new Map(
    disputed.map(({ plan, id, columns }) => {
      const row = current.get(id);
      const isLost = (column: string) => row !== undefined && isOdoos(plan, column, row, ruleOf(column));
      return [plan, columns.filter(isLost)];
    }),
  );
  return new Map(
    plans.map((plan) => {
      const kept = Object.entries(plan.changed).filter(([column]) => !lost.get(plan)?.includes(column));
      return [plan, Object.fromEntries(kept)];
    }),
  );
}

const Rows = z.array(z.looseObject({ id: z.number(), write_date: z.union([z.string(), z.literal(false)]) }));
type Row = z.infer<typeof Rows>[number];

async function readCurrent(
  odoo: Odoo,
  ids: readonly number[],
  fields: readonly string[],
): Promise<ReadonlyMap<number, Row>> {
  if (ids.length === 0) return new Map();
  const rows = await odoo.call(
    ImportedTicket.name,
    'read',
    [ids, [...fields, 'write_date']],
    {},
    { retry: true },
  );
  return new Map(Rows.parse(rows).map((row) => [row.id, row]));
}

/** Whether Odoo changed the field since the last import, and by the rule keeps it. */
function isOdoos({ before, read }: TicketPlan, column: string, row: Row, rule: string): boolean {
  if (isStamped(column, toCell(row[fieldOf(column)]), before?.x_import_hash ?? false)) return false;
  const changedAt = parseOdooDatetime(row.write_date)?.getTime() ?? 0;
  return rule === 'odoo' || changedAt > Date.parse(read.ticket.updated_at);
}

const fieldOf = (column: string) => column.split('/')[0] ?? column;

/** A value as Odoo reads it, as the cell that would write it. */
function toCell(value: unknown): string {
  if (value === false || value === null || value === undefined) return '';
  if (value === true) return '1';
  if (!Array.isArray(value)) return String(value);
  const [id, name] = value;
  if (typeof name === 'string') return String(id);
  return value.toSorted((a, b) => Number(a) - Number(b)).join(',');
}
