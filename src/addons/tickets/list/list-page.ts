import { joinReads } from '../../../odoo/join-reads.ts';
import { notFound } from '../../../portal/errors.ts';
import { findPageNumber } from '../../../portal/pagination.ts';
import { page, type Reply, redirect } from '../../../portal/reply.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import type { TicketServices } from '../ticket-services.ts';
import { TicketThread } from '../ticket-thread.ts';
import { readFilterCounts } from './list-counts.ts';
import { createListDomain } from './list-domain.ts';
import { listPath, parseListQuery } from './list-query.ts';
import { LIST_ROW } from './list-row.ts';
import { mapList } from './list-view.ts';

/** The tickets of the customer's company with the counts of all filters: asked at once, and what was said before where all is searched. */
export async function listPage(
  { reader, service, params, query: address, user }: CustomerRequest,
  { clock, labels, offer, slots }: Pick<TicketServices, 'clock' | 'labels' | 'offer' | 'slots'>,
): Promise<Reply> {
  const number = findPageNumber(params.page);
  if (number === undefined) throw notFound();
  const query = parseListQuery(address, offer);
  const { filter } = query;
  const base = await createListDomain(reader, query, user);
  const now = clock.now();

  const [{ records }, counts] = await Promise.all([
    reader.model(TicketThread).webSearchRead([...base, ...filter.domain(now)], {
      specification: joinReads(LIST_ROW, [
        ...slots.statusReads,
        ...(query.group.reads ? [query.group.reads] : []),
        ...[...slots.in('column'), ...slots.in('filter')].map(({ reads }) => reads),
      ]),
      order: query.group.order(query.sort),
      limit: query.limit,
      offset: (number - 1) * query.limit,
      count_limit: 1,
    }),
    readFilterCounts(reader, base, now),
  ]);
  // A bookmark may outlive the page it points at.
  if (records.length === 0 && number > 1) return redirect(listPath(query));

  const total = counts.get(filter.key) ?? 0;
  const labelOf = await labels.find({ service, lang: user.lang }, records);
  return page(
    'tickets/list',
    mapList({ query, offer, slots, user, number, records, total, counts, labelOf }),
  );
}
