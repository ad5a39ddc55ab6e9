import { createHash } from 'node:crypto';
import { createAsk } from '../../actions/asked-action.ts';
import type { ClusterJob } from '../../jobs/job.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Odoo } from '../../odoo/model-api.ts';
import { followAction, recomputeAction } from './policy-actions.ts';

export interface RecomputeJobOptions {
  readonly odoo: Odoo;
  readonly clock: Clock;
  /** Tickets a call. */
  readonly batchSize?: number;
}

const BATCH = 500;

/**
 * Lets open tickets follow where policies, working hours, holidays or stages have changed: one call a minute while they
 * have not, and batches by id once they have. A batch leaves tickets alone whose deadline comes out as it was, so one
 * that is done twice does no harm; and the cursor says which changes it follows, so that newer ones begin anew.
 */
export function createRecomputeJob({ odoo, clock, batchSize = BATCH }: RecomputeJobOptions): ClusterJob {
  const follow = createAsk(followAction);
  const recompute = createAsk(recomputeAction);

  return {
    name: 'deadlines',
    schedule: '* * * * *',
    isNeeded: async (signal) => (await follow(odoo, {}, { signal })).is_needed,
    async run({ cursor, signal, log }) {
      const { rules, is_needed } = await follow(odoo, {}, { signal });
      if (!is_needed) return;
      let place = findPlace(cursor.value, rules) ?? { begun: clock.now().toISOString(), after: 0 };
      // What was followed to its end once may have to be followed again, after something else: that is a new round.
      await cursor.advance(renderPlace(place, rules));
      let tickets = 0;
      while (!signal.aborted) {
        const { last, count } = await recompute(odoo, { after: place.after, limit: batchSize }, { signal });
        tickets += count;
        if (count < batchSize) {
          await follow(odoo, { followed: rules }, { signal });
          log.info('open tickets follow what changed about deadlines', { tickets });
          return;
        }
        place = { ...place, after: last };
        await cursor.advance(renderPlace(place, rules));
      }
    },
  };
}

/** How far a round has come, since it began. */
interface Place {
  readonly begun: string;
  readonly after: number;
}

const WIDTH = 12;

/** A later round sorts behind an earlier one. */
const renderPlace = ({ begun, after }: Place, rules: string): string =>
  [begun, String(after).padStart(WIDTH, '0'), digest(rules)].join(' ');

function findPlace(cursor: string | undefined, rules: string): Place | undefined {
  const [begun = '', after = '', of] = (cursor ?? '').split(' ');
  return of === digest(rules) ? { begun, after: Number(after) } : undefined;
}

const digest = (rules: string): string => createHash('sha256').update(rules).digest('hex').slice(0, 16);
