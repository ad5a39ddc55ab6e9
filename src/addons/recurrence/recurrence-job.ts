import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { toOdooDatetime } from '../../odoo/values.ts';
import { lookAction, openDueAction } from './actions.ts';

/** Recurrences a call; each has a savepoint of its own in Odoo. */
const BATCH = 20;

/**
 * Once a minute one call that asks whether a date has come, by moments that Odoo keeps in an index; and where one has, batch after
 * batch. A call is one transaction with what it remembers, and each date has an external id: it may die at any point, be
 * repeated, or meet another of its kind.
 */
export function createRecurrenceJob({
  odoo,
  clock,
  batchSize = BATCH,
}: {
  readonly odoo: Odoo;
  readonly clock: Clock;
  readonly batchSize?: number;
}): ClusterJob {
  const look = createAsk(lookAction);
  const open = createAsk(openDueAction);
  const now = () => toOdooDatetime(clock.now());

  return {
    name: 'recurrence',
    schedule: '* * * * *',
    isNeeded: async (signal) => (await look(odoo, { now: now() }, { signal })).found > 0,
    async run({ signal, log }) {
      let tickets = 0;
      while (!signal.aborted) {
        const { opened, failed, more } = await open(odoo, { now: now(), limit: batchSize }, { signal });
        tickets += opened;
        for (const reason of failed)
          log.warn('a recurring ticket cannot be opened; it is tried again in an hour', { reason });
        if (!more) break;
      }
      if (tickets > 0) log.info('recurring tickets opened', { tickets });
    },
  };
}
