import { z } from 'zod';
import type { Domain } from '../../../odoo/domain.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { TicketThread } from '../ticket-thread.ts';
import { FILTERS, type FilterKey } from './list-filters.ts';

const Groups = z.array(z.object({ x_state: z.string(), x_is_answered: z.boolean(), __count: z.number() }));

/** How many tickets each filter would show; undefined for those that states cannot tell. */
export type FilterCounts = Readonly<Record<FilterKey, number | undefined>>;

/** The counts of all filters in one call: at most eight groups come back, whatever the number of tickets. */
export async function readFilterCounts(
  odoo: Odoo,
  domain: Domain<typeof TicketThread>,
): Promise<FilterCounts> {
  const groups = Groups.parse(
    await odoo.call(
      TicketThread.name,
      'read_group',
      [domain, ['__count'], ['x_state', 'x_is_answered']],
      { lazy: false },
      { retry: true },
    ),
  );
  const countOf = (key: FilterKey): number | undefined => {
    const { counts } = FILTERS[key];
    return (
      counts &&
      groups
        .filter(({ x_state, x_is_answered }) => counts(x_state, x_is_answered))
        .reduce((sum, group) => sum + group.__count, 0)
    );
  };
  return {
    all: countOf('all'),
    open: countOf('open'),
    waiting_me: countOf('waiting_me'),
    overdue: countOf('overdue'),
    new: countOf('new'),
    in_progress: countOf('in_progress'),
    waiting: countOf('waiting'),
    closed: countOf('closed'),
  };
}
