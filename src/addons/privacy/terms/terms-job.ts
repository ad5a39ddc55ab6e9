import { createAsk } from '../../../actions/asked-action.ts';
import type { ClusterJob } from '../../../jobs/job.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { applyTermsAction } from './actions.ts';

/** Tickets a call, which is a transaction. */
const BATCH = 50;

/** Every night: closed tickets whose time has come by a term that is on, batch after batch. What is done is found no more. */
export function createTermsJob({
  odoo,
  batchSize = BATCH,
}: {
  readonly odoo: Odoo;
  readonly batchSize?: number;
}): ClusterJob {
  const ask = createAsk(applyTermsAction);

  return {
    name: 'terms',
    schedule: '20 3 * * *',
    isNeeded: async (signal) => (await ask(odoo, { do: 'look', limit: 1 }, { signal })).found > 0,
    async run({ signal, log }) {
      let tickets = 0;
      // Past those that a visit to come holds back, term by term.
      let from = { term: 0, after: 0 };
      while (!signal.aborted) {
        const asked = { do: 'work', limit: batchSize, ...from };
        const { found, done, term, last } = await ask(odoo, asked, { signal });
        if (found === 0) break;
        tickets += done;
        from = { term, after: last };
      }
      if (tickets > 0) log.info('closed tickets archived, emptied or deleted after their terms', { tickets });
    },
  };
}
