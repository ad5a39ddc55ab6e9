import { plan } from '../../deploy/plan.ts';
import { renderPlan } from '../../deploy/render.ts';
import type { Parts } from '../compose.ts';
import type { Terminal } from '../terminal.ts';

/** Prints what `apply` would change. Answers 0 where there is nothing to do, else 2. */
export async function planCommand(
  { client, odoo, declarations }: Parts,
  terminal: Terminal,
): Promise<number> {
  await client.version();
  const { changes } = await plan(odoo, declarations);
  terminal.print(renderPlan(changes));
  return changes.length === 0 ? 0 : 2;
}
