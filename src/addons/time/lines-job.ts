import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { postLinesAction } from './actions.ts';

const BATCH = 200;

/**
 * Where Odoo's Timesheets are installed every entry becomes a line there, those from before included. Each call is one
 * transaction, and a line has an external id of its entry's: whoever is killed or comes twice leaves no line twice. An entry
 * whose person is no employee waits, and is looked at again next time.
 */
export function createLinesJob({
  odoo,
  batchSize = BATCH,
}: {
  readonly odoo: Odoo;
  readonly batchSize?: number;
}): ClusterJob {
  const ask = createAsk(postLinesAction);

  return {
    name: 'time lines',
    schedule: '*/10 * * * *',
    async run({ signal, log }) {
      let lines = 0;
      let after = 0;
      while (!signal.aborted) {
        const { posted, waiting, last } = await ask(odoo, { after, limit: batchSize }, { signal });
        lines += posted;
        if (posted + waiting < batchSize) break;
        after = last;
      }
      if (lines > 0) log.info('time was entered in Odoo’s Timesheets', { lines });
    },
  };
}
