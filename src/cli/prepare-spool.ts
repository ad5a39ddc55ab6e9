import { AppError, errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { Spool } from '../portal/spool.ts';

/** Sweeps what a killed process left behind, and says at once, not with the first customer, where files find no room. */
export async function prepareSpool(spool: Spool, log: Log): Promise<void> {
  const swept = await spool.sweep();
  if (swept > 0) log.info('removed leftovers of unfinished uploads', { count: swept });
  try {
    const file = await spool.create('start');
    await file.append(Buffer.from('x'));
    await file.close();
  } catch (error) {
    const help = error instanceof AppError ? error.help : undefined;
    log.error('customers cannot send files', { reason: errorMessage(error), help });
  }
}
