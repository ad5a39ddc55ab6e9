import { z } from 'zod';
import type { Domain } from '../../../odoo/domain.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { TicketThread } from '../ticket-thread.ts';
import { FILTERS, type FilterKey } from './list-filters.ts';

const Groups = z.array(
  z.object({
    x_state: z.string(),
    x_is_answered: z.boolean(),
    __count: z.number(),
    deadlines: z.array(z.string().nullable()).optional(),
  }),
);

/** How many tickets each filter would show; undefined where that is not known. */
export type FilterCounts = Readonly<Record<FilterKey, number | undefined>>;

/**
 * The counts of all filters in one call. At most eight groups come back, with the deadlines of a company's tickets for
 * those that are overdue; employees, who see the tickets of all companies, do without that count.
 */
export async function readFilterCounts(
  odoo: Odoo,
  domain: Domain<typeof TicketThread>,
  { isInternal, now }: { readonly isInternal: boolean; readonly now: Date },
): Promise<FilterCounts> {
  const aggregates = ['__count', ...(isInternal ? [] : ['deadlines:array_agg(x_sla_deadline)'])];
  const groups = Groups.parse(
    await odoo.call(
      TicketThread.name,
      'read_group',
      [domain, aggregates, ['x_state', 'x_is_answered']],
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
  const past = toOdooDatetime(now);
  const overdue = groups
    .filter(({ x_state }) => x_state !== 'done')
    .flatMap(({ deadlines }) => deadlines ?? [])
    .filter((deadline) => deadline !== null && deadline < past);
  return {
    all: countOf('all'),
    open: countOf('open'),
    waiting_me: countOf('waiting_me'),
    overdue: isInternal ? undefined : overdue.length,
    new: countOf('new'),
    in_progress: countOf('in_progress'),
    waiting: countOf('waiting'),
    closed: countOf('closed'),
  };
}
