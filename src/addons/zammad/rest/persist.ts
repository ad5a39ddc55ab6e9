import { setTimeout } from 'node:timers/promises';
import { retryDelay } from '../../../lib/retry-delay.ts';
import { isZammadError } from '../errors.ts';

const TIMES = 2;

/** Asks again for an answer that a whole run hangs on. What got no answer has been asked for often enough. */
export async function persist<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const isOver = !isZammadError(error) || isZammadError(error, 'zammad_timeout', 'zammad_unreachable');
      if (isOver || attempt > TIMES) throw error;
    }
    await setTimeout(retryDelay(attempt), undefined, { signal });
  }
}
