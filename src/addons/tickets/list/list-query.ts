import { DateTime } from 'luxon';
import { z } from 'zod';
import { ticketPath } from '../ticket-view.ts';
import { FILTERS, type FilterKey } from './list-filters.ts';
import { BY_MONTH, GROUPS, type ListGroup, NO_GROUP } from './list-groups.ts';
import { SEARCHES, type SearchKey } from './list-search.ts';
import { SORTS, type SortKey } from './list-sorts.ts';

export const PAGE_SIZES = ['20', '40', '80'] as const;

/** What a list is asked for: Odoo's own portal names in the address, and `limit`. */
export interface ListQuery {
  readonly filter: FilterKey;
  /** Only the customer's own tickets, not their colleagues'. */
  readonly mine: boolean;
  readonly search: string;
  readonly searchIn: SearchKey;
  readonly sort: SortKey;
  readonly group: ListGroup;
  /** Days of the customer's calendar, `YYYY-MM-DD`, the last one included. */
  readonly begin: string | undefined;
  readonly end: string | undefined;
  readonly limit: number;
}

/** Of a year that stays one in every time zone: PostgreSQL knows no year 0, and ISO writes more digits after 9999. */
const Day = z
  .string()
  .refine((text) => /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid)
  .optional()
  .catch(undefined);

// What is missing has a default: to catch it as a fault costs more than all the rest.
const Address = z.object({
  filterby: z.string().default('').catch(''),
  search: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, 200))
    .default('')
    .catch(''),
  search_in: z.enum(keysOf(SEARCHES)).default('all').catch('all'),
  sortby: z.enum(keysOf(SORTS)).default('date').catch('date'),
  groupby: z.string().default('').catch(''),
  date_begin: Day,
  date_end: Day,
  limit: z.enum(PAGE_SIZES).default('20').catch('20'),
});

/** Whatever an address says: what is unknown there counts as not said. */
export function parseListQuery(
  query: Readonly<Record<string, string>>,
  groups: readonly ListGroup[] = GROUPS,
): ListQuery {
  const asked = Address.parse(query);
  const group = groups.find(({ key }) => key === asked.groupby) ?? NO_GROUP;
  const filters = asked.filterby.split(',');
  return {
    filter: filters.find(isFilter) ?? 'all',
    mine: filters.includes('mine'),
    search: asked.search,
    searchIn: asked.search_in,
    sort: group === BY_MONTH && asked.sortby !== 'oldest' ? 'date' : asked.sortby,
    group,
    begin: asked.date_begin,
    end: asked.date_end,
    limit: Number(asked.limit),
  };
}

/** The fields of an address, without those that say nothing. */
export function renderListFields(query: ListQuery): Readonly<Record<string, string>> {
  const filters = [...(query.filter === 'all' ? [] : [query.filter]), ...(query.mine ? ['mine'] : [])];
  const fields = {
    filterby: filters.join(','),
    search: query.search,
    search_in: query.searchIn === 'all' ? '' : query.searchIn,
    sortby: query.sort === 'date' ? '' : query.sort,
    groupby: query.group === NO_GROUP ? '' : query.group.key,
    date_begin: query.begin ?? '',
    date_end: query.end ?? '',
    limit: query.limit === 20 ? '' : String(query.limit),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** As it stands behind a `?`; empty for the list as it first opens. */
export function renderListQuery(query: ListQuery): string {
  return new URLSearchParams(renderListFields(query)).toString().replaceAll('%2C', ',');
}

/** The address of a page of the list. */
export function listPath(query: ListQuery, page = 1): string {
  const path = page === 1 ? '/my/tickets' : `/my/tickets/page/${page}`;
  const text = renderListQuery(query);
  return text === '' ? path : `${path}?${text}`;
}

/** The addresses of tickets on a page of the list: a ticket's page finds its neighbours by them. */
export function createTicketPaths(query: ListQuery, page: number): (id: number) => string {
  const text = renderListQuery(query);
  const from = `?list=${page}${text === '' ? '' : `&${text}`}`;
  return (id) => `${ticketPath(id)}${from}`;
}

/** Whether anything but the order and the look was asked for, so that tickets may be missing. */
export function isNarrowed(query: ListQuery): boolean {
  return query.filter !== 'all' || query.mine || isSearched(query);
}

export function isSearched({ search, begin, end }: ListQuery): boolean {
  return search !== '' || begin !== undefined || end !== undefined;
}

function isFilter(text: string): text is FilterKey {
  return Object.hasOwn(FILTERS, text);
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}
