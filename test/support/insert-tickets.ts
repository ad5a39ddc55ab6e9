import { z } from 'zod';
import type { Odoo } from '../../src/odoo/model-api.ts';
import { runCode } from './run-code.ts';

type Cell = string | number | null;

/**
 * Tickets by the thousand on a real Odoo, straight into its table: nothing computes and nobody is told, so that what is under
 * test has to find them. Their ids, in order.
 */
export async function insertTickets(
  odoo: Odoo,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<readonly number[]> {
  const fixed = { x_active: true, x_priority: '0', create_uid: 1, write_uid: 1 };
  const names = [...Object.keys(fixed), 'create_date', 'write_date', ...columns];
  const code = `
fixed = [True, '0', 1, 1, env.cr.now(), env.cr.now()]
made = env.cr.execute_values('INSERT INTO x_support_ticket (${names.join(', ')}) VALUES %s RETURNING id', [fixed + row for row in env.context['rows']], page_size=1000, fetch=True)
action = {'ids': [row[0] for row in made]}`.trim();
  const { ids } = z.object({ ids: z.array(z.number()) }).parse(await runCode(odoo, code, { rows }));
  return ids;
}
