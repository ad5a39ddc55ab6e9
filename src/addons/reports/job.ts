import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { writeAction } from './actions.ts';
import { ReportContact } from './models.ts';

/** Mails a call. */
const BATCH = 50;

export interface ReportJobOptions {
  readonly odoo: Odoo;
  readonly batchSize?: number;
}

/**
 * Every morning: a month ends where people are, not here, and whoever asks in the middle of one gets the month before at once.
 * After days off the next run does what was missed, of several months the last one.
 */
export function createReportJob({ odoo, batchSize = BATCH }: ReportJobOptions): ClusterJob {
  const write = createAsk(writeAction);
  const contacts = odoo.model(ReportContact);

  return {
    name: 'service reports',
    schedule: '0 6 * * *',
    isNeeded: async (signal) =>
      (await contacts.search([['x_wants_report', '=', true]], { limit: 1, signal })).length > 0,
    async run({ signal, log }) {
      let mails = 0;
      let after = 0;
      while (!signal.aborted) {
        const { written, looked, last } = await write(odoo, { after, limit: batchSize }, { signal });
        mails += written;
        if (looked < batchSize) break;
        after = last;
      }
      if (mails > 0) log.info('service reports were mailed', { mails });
    },
  };
}
