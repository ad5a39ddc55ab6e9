import { notFound } from '../../../portal/errors.ts';
import { findPageNumber } from '../../../portal/pagination.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import type { TicketServices } from '../ticket-services.ts';
import { TicketThread } from '../ticket-thread.ts';
import { readFilterCounts } from './list-counts.ts';
import { createListDomain } from './list-domain.ts';
import { FILTERS } from './list-filters.ts';
import { listPath, parseListQuery } from './list-query.ts';
import { LIST_ROW } from './list-row.ts';
import { mapList } from './list-view.ts';

/** The tickets of the customer's company: two calls to Odoo at the same time, a third before where all is searched. */
export async function listPage(
  { odoo, params, query: address, user }: CustomerRequest,
  { clock, listGroups }: Pick<TicketServices, 'clock' | 'listGroups'>,
): Promise<Reply> {
  const number = findPageNumber(params.page);
  if (number === undefined) throw notFound();
  const query = parseListQuery(address, listGroups);
  const filter = FILTERS[query.filter];
  const base = await createListDomain(odoo, query, user);
  const now = clock.now();

  const [{ length, records }, counts] = await Promise.all([
    odoo.model(TicketThread).webSearchRead([...base, ...filter.domain(now)], {
      specification: { ...LIST_ROW, ...query.group.reads },
      order: query.group.order(query.sort),
      limit: query.limit,
      offset: (number - 1) * query.limit,
      // Counted already with the filters.
      ...(filter.counts ? { count_limit: 1 } : {}),
    }),
    readFilterCounts(odoo, base, { isInternal: user.isInternal, now }),
  ]);
  // A bookmark may outlive the page it points at.
  if (records.length === 0 && number > 1) return redirect(listPath(query));

  const total = counts[query.filter] ?? length;
  return page('tickets/list', mapList({ query, groups: listGroups, user, number, records, total, counts }));
}
