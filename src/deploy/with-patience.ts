import { setTimeout as sleep } from 'node:timers/promises';
import { isOdooError } from '../odoo/faults.ts';

/**
 * Runs a step again while Odoo is away or busy, after each of the waits (milliseconds). What must not reach Odoo
 * twice is repeated only where Odoo says that it undid everything: two changes met.
 */
export async function withPatience(
  step: () => Promise<void>,
  isRepeatable: boolean,
  waits: readonly number[],
): Promise<void> {
  try {
    await step();
  } catch (error) {
    const [wait, ...later] = waits;
    const mayRepeat = isRepeatable || isOdooError(error, 'odoo_concurrency');
    if (wait === undefined || !mayRepeat || !isOdooError(error) || !error.retryable) throw error;
    await sleep(wait);
    await withPatience(step, isRepeatable, later);
  }
}
