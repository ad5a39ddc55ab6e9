import { createInterface } from 'node:readline/promises';
import { apply } from '../../deploy/apply.ts';
import { destructiveChanges, plan } from '../../deploy/plan.ts';
import { renderPlan } from '../../deploy/render.ts';
import { AppError } from '../../lib/errors.ts';
import type { Parts } from '../compose.ts';
import type { Terminal } from '../terminal.ts';

export interface ApplyOptions {
  /** Do not ask. */
  readonly yes?: boolean;
  /** Deletes and replaces are carried out too. */
  readonly allowDestructive?: boolean;
}

/** Shows the plan, asks, and makes it so. */
export async function applyCommand(
  { client, odoo, declarations }: Parts,
  terminal: Terminal,
  options: ApplyOptions,
): Promise<number> {
  await client.version();
  const planned = await plan(odoo, declarations);
  terminal.print(renderPlan(planned.changes));
  if (planned.changes.length === 0) return 0;
  const destructive = destructiveChanges(planned);
  if (destructive.length > 0 && !options.allowDestructive) {
    throw new AppError(
      `the plan deletes or replaces ${destructive.length} records, and with them their data`,
      {
        code: 'destructive',
        help: 'Read the lines with - and ±. If that is meant: apply --allow-destructive',
      },
    );
  }
  if (!options.yes && !(await isConfirmed(terminal))) return 1;
  await apply(odoo, planned, ({ done, total, description }) =>
    terminal.note(`[${done}/${total}] ${description}`),
  );
  terminal.print('Applied.');
  return 0;
}

async function isConfirmed(terminal: Terminal): Promise<boolean> {
  if (!terminal.isInteractive) {
    throw new AppError('there is nobody to ask', { code: 'not_interactive', help: 'Use: apply --yes' });
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Apply these changes? Type yes: ');
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
}
