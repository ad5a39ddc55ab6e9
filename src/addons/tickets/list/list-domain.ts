import type { Domain } from '../../../odoo/domain.ts';
import { joinDomains } from '../../../odoo/join-domains.ts';
import type { Reads } from '../../../odoo/model-api.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { TicketThread } from '../ticket-thread.ts';
import { dayStart } from './day-start.ts';
import type { ListQuery } from './list-query.ts';
import { searchAllDomain, searchDomain } from './list-search.ts';

type TicketDomain = Domain<typeof TicketThread>;

/** So many tickets, the newest, are found by what was said on them when all places are searched. */
const MOST_BY_MESSAGE = 2_000;

/**
 * What was asked for but the filter, which has its counts within it. Costs a call only where all places are searched:
 * PostgreSQL looks a customer's own messages through in milliseconds, but behind an "or" it reads those of everybody.
 */
export async function createListDomain(
  reader: Reads,
  query: ListQuery,
  { partnerId, timeZone }: SessionUser,
): Promise<TicketDomain> {
  const narrow: TicketDomain = joinDomains<typeof TicketThread>(
    [
      ...(query.mine ? [['x_partner_id', '=', partnerId] as const] : []),
      ...dateDomain(query, timeZone ?? 'UTC'),
    ],
    query.values.map(({ domain }) => domain),
  );
  const { search, searchIn } = query;
  if (search === '') return narrow;
  if (searchIn !== 'all') return [...narrow, ...searchDomain(search, searchIn)];
  const ids = await reader.model(TicketThread).search([...narrow, ...searchDomain(search, 'message')], {
    order: 'id desc',
    limit: MOST_BY_MESSAGE,
  });
  return [...narrow, ...searchAllDomain(search, ids)];
}

/** The days of an address are the customer's, from midnight to midnight where they live. */
function dateDomain({ begin, end }: ListQuery, timeZone: string): TicketDomain {
  return [
    ...(begin === undefined
      ? []
      : [['x_opened_at', '>=', toOdooDatetime(dayStart(begin, 0, timeZone))] as const]),
    ...(end === undefined ? [] : [['x_opened_at', '<', toOdooDatetime(dayStart(end, 1, timeZone))] as const]),
  ];
}
