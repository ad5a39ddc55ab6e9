import { z } from 'zod';
import type { Domain } from '../../../odoo/domain.ts';
import { findMoment } from '../../../odoo/found-values.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { DONE_STATE } from '../life.ts';
import { TicketThread } from '../ticket-thread.ts';
import { FILTERS, type Filter, OPEN_TICKETS, OVERDUE, showsDone } from './list-filters.ts';

const Group = z.object({
  x_state: z.unknown(),
  x_is_answered: z.unknown(),
  __count: z.number(),
  deadlines: z.array(z.unknown()).optional(),
});
type Group = z.infer<typeof Group>;

/** How many tickets a filter shows, by its key; nothing of one where that is not known. */
export type FilterCounts = ReadonlyMap<string, number>;

export interface CountOptions {
  /** The one that the page shows. */
  readonly filter: Filter;
  readonly isInternal: boolean;
  readonly now: Date;
}

/** Whether the counts below tell how many tickets the filter shows; else the page itself must be counted. */
export function isCounted({ filter, isInternal }: Pick<CountOptions, 'filter' | 'isInternal'>): boolean {
  return filter.counts !== undefined && (isInternal || !showsDone(filter));
}

/**
 * The counts of the filters, in one call beside the page's own; it waits for how many tickets the page counts. At most
 * eight groups come back, for a customer with the deadlines of what is open: to be overdue is nothing that Odoo can group
 * by. Of what is done only the number is ever of use, and the page has it where it shows what is done; elsewhere it is
 * not known. Employees, who see the tickets of all companies, do without the deadlines.
 */
export async function readFilterCounts(
  odoo: Odoo,
  domain: Domain<typeof TicketThread>,
  { filter, isInternal, now }: CountOptions,
): Promise<(pageCount: number) => FilterCounts> {
  const isOpenOnly = !isInternal && filter !== OVERDUE;
  const groups = z
    .array(Group)
    .parse(
      await odoo.call(
        TicketThread.name,
        'read_group',
        [
          isOpenOnly ? [...domain, ...OPEN_TICKETS] : domain,
          ['__count', ...(isOpenOnly ? ['deadlines:array_agg(x_sla_deadline)'] : [])],
          ['x_state', 'x_is_answered'],
        ],
        { lazy: false },
        { retry: true },
      ),
    );

  return (pageCount) => {
    const isDoneKnown = !isOpenOnly || showsDone(filter);
    const done = isOpenOnly && isDoneKnown ? pageCount - (countOf(filter, groups) ?? 0) : 0;
    const all = [...groups, { x_state: DONE_STATE, x_is_answered: false, __count: done }];
    const counts = new Map<string, number>();
    for (const other of FILTERS) {
      const count = isDoneKnown || !showsDone(other) ? countOf(other, all) : undefined;
      if (count !== undefined) counts.set(other.key, count);
    }
    if (isOpenOnly) counts.set(OVERDUE.key, countOverdue(groups, now));
    return isCounted({ filter, isInternal }) ? counts : counts.set(filter.key, pageCount);
  };
}

function countOf({ counts }: Filter, groups: readonly Group[]): number | undefined {
  return (
    counts &&
    groups
      .filter(({ x_state, x_is_answered }) => counts(x_state, x_is_answered === true))
      .reduce((sum, group) => sum + group.__count, 0)
  );
}

function countOverdue(groups: readonly Group[], now: Date): number {
  const deadlines = groups.flatMap(({ deadlines }) => deadlines ?? []).map(findMoment);
  return deadlines.filter((deadline) => deadline !== undefined && deadline < now).length;
}
