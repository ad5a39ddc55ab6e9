import { createInterface } from 'node:readline/promises';
import { carryOut } from '../../deploy/carry-out.ts';
import { type Consent, checkConsent } from '../../deploy/destructive.ts';
import { plan } from '../../deploy/plan.ts';
import { renderPlan } from '../../deploy/render.ts';
import { checkRights } from '../../deploy/requirements.ts';
import { AppError } from '../../lib/errors.ts';
import type { Terminal } from '../../lib/terminal.ts';
import type { Parts } from '../compose.ts';
import { createPaint } from '../paint.ts';

export interface ApplyOptions extends Consent {
  /** Do not ask. */
  readonly yes?: boolean;
  /** Change back what people changed in Odoo. */
  readonly overwrite?: boolean;
  /** Leave in Odoo what is no longer declared and holds what people made. */
  readonly keepData?: boolean;
}

/** Shows the plan, asks, and makes it so. */
export async function applyCommand(
  { client, odoo, declarations, log, services }: Parts,
  terminal: Terminal,
  options: ApplyOptions,
): Promise<number> {
  await client.version();
  const planned = await plan(odoo, declarations, options);
  terminal.print(renderPlan(planned, createPaint(terminal)));
  if (planned.changes.length === 0) return 0;
  await checkRights(odoo);
  checkConsent(planned, options);
  if (!options.yes && !(await isConfirmed(terminal))) {
    terminal.print('Nothing was changed.');
    return 1;
  }
  await untilInterrupted((signal) =>
    carryOut(planned, {
      odoo,
      addons: declarations,
      clock: services.clock,
      log,
      overwrite: options.overwrite,
      keepData: options.keepData,
      signal,
      onProgress: ({ done, total, description }) => terminal.note(`[${done}/${total}] ${description}`),
    }),
  );
  terminal.print('Applied.');
  return 0;
}

/** Ctrl+C lets the step under way finish and gives the lock back. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await work(interrupt.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

async function isConfirmed(terminal: Terminal): Promise<boolean> {
  if (!terminal.isInteractive) {
    throw new AppError('there is no one to ask', { code: 'not_interactive', help: 'Use: apply --yes' });
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Apply these changes? [y/N] ');
  prompt.close();
  return isYes(answer);
}

/** Anything else, Enter alone included, is a no. */
export const isYes = (answer: string): boolean => /^\s*y(es)?\s*$/i.test(answer);
