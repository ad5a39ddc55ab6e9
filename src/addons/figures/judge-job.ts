import { createAsk } from '../../actions/asked-action.ts';
import { createFeed } from '../../feed/feed.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { judgeAction } from './actions.ts';
import { FiguresTicket } from './models.ts';

export interface JudgeJobOptions {
  readonly odoo: Odoo;
  /** Tickets a call. */
  readonly batchSize?: number;
}

const BATCH = 500;

/**
 * Judges tickets that Odoo left alone: those that were there before the figures, those that are imported, and many that were
 * changed at once. It follows their changes, so its first run takes all there are, and one that was killed goes on where it
 * was. Two calls where nothing is new.
 */
export function createJudgeJob({ odoo, batchSize = BATCH }: JudgeJobOptions): ClusterJob {
  const judge = createAsk(judgeAction);
  const feed = createFeed({
    odoo,
    shape: FiguresTicket,
    fields: [],
    domain: ['|', ['x_sla_ledger', '=', false], ['x_figures_id', '=', false]],
    batchSize,
  });

  return {
    name: 'figures',
    schedule: '*/5 * * * *',
    async run({ cursor, signal, log }) {
      let tickets = 0;
      for await (const batch of feed.read(cursor.value, signal)) {
        tickets += (await judge(odoo, { tickets: batch.records.map(({ id }) => id) }, { signal })).count;
        await cursor.advance(batch.cursor);
      }
      if (tickets > 0) log.info('figures of tickets were brought up to date', { tickets });
    },
  };
}
