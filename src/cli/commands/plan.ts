import { plan } from '../../deploy/plan.ts';
import { renderPlan } from '../../deploy/render.ts';
import type { Terminal } from '../../lib/terminal.ts';
import type { Parts } from '../compose.ts';
import { createPaint } from '../paint.ts';

export interface PlanCommandOptions {
  /** Show what apply --overwrite would do. */
  readonly overwrite?: boolean;
  /** Show what apply --keep-data would do. */
  readonly keepData?: boolean;
}

/** Prints what `apply` would change. Answers 0 where there is nothing to do, else 2. */
export async function planCommand(
  { client, odoo, declarations }: Parts,
  terminal: Terminal,
  options: PlanCommandOptions = {},
): Promise<number> {
  await client.version();
  const planned = await plan(odoo, declarations, options);
  terminal.print(renderPlan(planned, createPaint(terminal)));
  return planned.changes.length === 0 ? 0 : 2;
}
