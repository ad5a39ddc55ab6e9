import { z } from 'zod';
import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterContext, ClusterJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorMessage } from '../../lib/errors.ts';
import { isOdooError } from '../../odoo/faults.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { toOdooDatetime } from '../../odoo/values.ts';
import { escalateAction, lookAction } from './actions.ts';

export interface EscalationJobOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  /** Tickets that changed, a call. */
  readonly planned?: number;
  /** Tickets that are due, a call. */
  readonly acted?: number;
}

const Step = z.object({ is_more: z.boolean(), planned: z.int(), acted: z.int() });
const Line = z.object({ line: z.union([z.int(), z.literal(false)]) });

/**
 * Acts on tickets that come due: one call a minute while none does and none has changed, else one more for each batch. A call
 * is one transaction in Odoo with what it remembers, so a run may end at any point, and any number may run at once. When
 * a ticket is due Odoo keeps beside it, so nothing reads tickets that have not changed.
 */
export function createEscalationJob({
  odoo,
  clock,
  planned = 500,
  acted = 100,
}: EscalationJobOptions): ClusterJob {
  const askLook = createAsk(lookAction);
  const askAction = createAsk(escalateAction);
  const now = () => toOdooDatetime(clock.now());
  const look = (signal: AbortSignal) => askLook(odoo, { now: now() }, { signal });
  const ask = (asked: Readonly<Record<string, unknown>>, signal: AbortSignal) =>
    askAction(odoo, { ...asked, now: now() }, { signal });
  /** Up to when changes are complete, as whoever asked last was told; it holds for any later call. */
  let settled: string | undefined;

  const step = async (limit: number, signal: AbortSignal) =>
    Step.parse(await ask({ do: 'step', settled, planned, acted: limit }, signal));

  async function postpone(reason: unknown, { signal, log }: ClusterContext): Promise<void> {
    // Without acting it goes well, or no ticket that is due is to blame.
    await step(0, signal);
    const { line } = Line.parse(await ask({ do: 'first' }, signal));
    if (line === false) throw reason;
    const error = errorMessage(reason);
    await ask({ do: 'postpone', line, error }, signal);
    log.warn('a ticket cannot be escalated; it is tried again in an hour', { line, reason: error });
  }

  return {
    name: 'escalation',
    schedule: '* * * * *',
    async isNeeded(signal) {
      const looked = await look(signal);
      settled = looked.settled;
      return looked.is_needed;
    },
    async run(context) {
      const { signal, log } = context;
      settled ??= (await look(signal)).settled;
      let limit = acted;
      let count = 0;
      while (!signal.aborted) {
        try {
          const done = await step(limit, signal);
          count += done.acted;
          if (!done.is_more) break;
          limit = Math.min(acted, limit * 10);
        } catch (error) {
          // What Odoo refuses it refuses again: the ticket it is about is looked for.
          if (!isOdooError(error) || error.retryable || signal.aborted) throw error;
          if (limit === 1) await postpone(error, context);
          limit = Math.ceil(limit / 10);
        }
      }
      settled = undefined;
      if (count > 0) log.info('tickets escalated', { tickets: count });
    },
  };
}
