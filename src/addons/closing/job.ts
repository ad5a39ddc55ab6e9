import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { closeWaitingAction } from './actions.ts';

/** Tickets a call; each has a transaction of its own in Odoo. */
const BATCH = 100;

/**
 * Once a minute one call that asks whether anything is due, by moments that Odoo keeps in an index; and where there is,
 * batch after batch. All of it is done in Odoo, each ticket in one transaction with the mail about it, so a call that is repeated, or
 * comes twice, finds done what was done; and after a pause what was missed is done once. Where a rule was changed, those
 * that wait follow it first, a batch a transaction, which says how far they have come.
 */
export function createClosingJob({
  odoo,
  batchSize = BATCH,
}: {
  readonly odoo: Odoo;
  readonly batchSize?: number;
}): ClusterJob {
  const ask = createAsk(closeWaitingAction);

  return {
    name: 'closing',
    schedule: '* * * * *',
    isNeeded: async (signal) => {
      const { found, followed } = await ask(odoo, { do: 'look', limit: 1 }, { signal });
      return found + followed > 0;
    },
    async run({ signal, log }) {
      let tickets = 0;
      let followers = 0;
      while (!signal.aborted) {
        const { found, followed, more } = await ask(odoo, { do: 'work', limit: batchSize }, { signal });
        tickets += found;
        followers += followed;
        if (!more) break;
      }
      if (followers > 0)
        log.info('tickets that wait follow what a closing rule says now', { tickets: followers });
      if (tickets > 0) log.info('tickets that wait were chased or closed, and ratings asked', { tickets });
    },
  };
}
