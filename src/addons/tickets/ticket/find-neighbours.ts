import { findPageNumber } from '../../../portal/pagination.ts';
import type { CustomerRequest } from '../../../portal/route.ts';
import { createListDomain } from '../list/list-domain.ts';
import { createTicketPaths, listPath, parseListQuery } from '../list/list-query.ts';
import type { TicketServices } from '../ticket-services.ts';
import { TicketThread } from '../ticket-thread.ts';

export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The page of the list that one came from. */
  readonly list: string;
}

/**
 * The tickets beside this one in the list that one came from, which the address names: a call for the ids of its
 * page and of one on either side. Undefined where one came from elsewhere.
 */
export async function findNeighbours(
  { reader, user, query: address }: CustomerRequest,
  { clock, offer }: Pick<TicketServices, 'clock' | 'offer'>,
  id: number,
): Promise<Neighbours | undefined> {
  const page = address.list === undefined ? undefined : findPageNumber(address.list);
  if (page === undefined) return undefined;
  const query = parseListQuery(address, offer);
  const start = (page - 1) * query.limit;
  const offset = Math.max(0, start - 1);

  const domain = [...(await createListDomain(reader, query, user)), ...query.filter.domain(clock.now())];
  const ids = await reader.model(TicketThread).search(domain, {
    order: query.group.order(query.sort),
    offset,
    limit: start - offset + query.limit + 1,
  });
  const position = ids.indexOf(id);
  const hrefAt = (index: number): string | undefined => {
    const other = ids[index];
    if (position < 0 || other === undefined) return undefined;
    return createTicketPaths(query, Math.floor((offset + index) / query.limit) + 1)(other);
  };
  return { previous: hrefAt(position - 1), next: hrefAt(position + 1), list: listPath(query, page) };
}
