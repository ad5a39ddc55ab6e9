import { z } from 'zod';
import type { Domain } from '../../../odoo/domain.ts';
import { joinDomains } from '../../../odoo/join-domains.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import { TicketThread } from '../ticket-thread.ts';
import { FILTERS, type Filter, OVERDUE } from './list-filters.ts';

const Group = z.object({
  x_state: z.unknown(),
  x_is_answered: z.unknown(),
  __count: z.number(),
});
type Group = z.infer<typeof Group>;

/** How many tickets each filter shows, by its key. */
export type FilterCounts = ReadonlyMap<string, number>;

/**
 * The counts of all filters, asked beside the page: at most eight groups, and a count of what is overdue, which is nothing
 * that Odoo can group by.
 */
export async function readFilterCounts(
  reads: Reads,
  domain: Domain<typeof TicketThread>,
  now: Date,
): Promise<FilterCounts> {
  const [answer, overdue] = await Promise.all([
    reads.call(
      TicketThread.name,
      'read_group',
      [domain, ['__count'], ['x_state', 'x_is_answered']],
      { lazy: false },
      { retry: true },
    ),
    reads.model(TicketThread).searchCount(joinDomains(domain, [OVERDUE.domain(now)])),
  ]);
  const groups = z.array(Group).parse(answer);
  return new Map(
    FILTERS.map((filter) => [filter.key, filter === OVERDUE ? overdue : countOf(filter, groups)]),
  );
}

function countOf({ counts }: Filter, groups: readonly Group[]): number {
  return groups
    .filter(({ x_state, x_is_answered }) => counts?.(x_state, x_is_answered === true))
    .reduce((sum, group) => sum + group.__count, 0);
}
