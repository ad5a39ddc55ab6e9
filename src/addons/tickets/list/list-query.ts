import { DateTime } from 'luxon';
import { z } from 'zod';
import { cutText } from '../../../lib/cut-text.ts';
import type { CheckedDomain } from '../../../odoo/join-domains.ts';
import type { TicketField } from '../slots/ticket-field.ts';
import { ticketPath } from '../ticket-view.ts';
import { FILTERS, type Filter, NO_FILTER } from './list-filters.ts';
import { BY_MONTH, type ListGroup, NO_GROUP } from './list-groups.ts';
import type { ListOffer } from './list-offer.ts';
import { SEARCHES, type SearchKey } from './list-search.ts';
import { type ListSort, NEWEST, OLDEST } from './list-sorts.ts';

export const PAGE_SIZES = ['20', '40', '80'] as const;

/** What a list is asked for: Odoo's own portal names in the address, and `limit`. */
export interface ListQuery {
  readonly filter: Filter;
  /** Only the customer's own tickets, not their colleagues'. */
  readonly mine: boolean;
  readonly search: string;
  readonly searchIn: SearchKey;
  /** Values that the tickets must have, of fields that other addons bring. */
  readonly values: readonly AskedValue[];
  readonly sort: ListSort;
  readonly group: ListGroup;
  /** Days of the customer's calendar, `YYYY-MM-DD`, the last one included. */
  readonly begin: string | undefined;
  readonly end: string | undefined;
  readonly limit: number;
}

export interface AskedValue {
  /** The field's. */
  readonly key: string;
  readonly value: string;
  readonly domain: CheckedDomain;
}

/** Of a year that stays one in every time zone: PostgreSQL knows no year 0, and ISO writes more digits after 9999. */
const Day = z
  .string()
  .refine((text) => /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid)
  .optional()
  .catch(undefined);

/** In characters. */
const LONGEST_SEARCH = 200;

// What is missing has a default: to catch it as a fault costs more than all the rest.
const Address = z.object({
  filterby: z.string().default('').catch(''),
  search: z
    .string()
    .transform((text) => cutText(text.replace(/\s+/g, ' ').trim(), LONGEST_SEARCH).trimEnd())
    .default('')
    .catch(''),
  search_in: z.enum(keysOf(SEARCHES)).default('all').catch('all'),
  sortby: z.string().default('').catch(''),
  groupby: z.string().default('').catch(''),
  date_begin: Day,
  date_end: Day,
  limit: z.enum(PAGE_SIZES).default('20').catch('20'),
});

/** Whatever an address says: what is unknown there counts as not said. */
export function parseListQuery(
  query: Readonly<Record<string, string>>,
  { sorts, groups, filters: fields }: ListOffer,
): ListQuery {
  const asked = Address.parse(query);
  const sort = sorts.find(({ key }) => key === asked.sortby) ?? NEWEST;
  const group = groups.find(({ key }) => key === asked.groupby) ?? NO_GROUP;
  const filters = asked.filterby.split(',');
  return {
    filter: FILTERS.find(({ key }) => filters.includes(key)) ?? NO_FILTER,
    mine: filters.includes('mine'),
    search: asked.search,
    searchIn: asked.search_in,
    values: findValues(query, fields),
    sort: group === BY_MONTH && sort !== OLDEST ? NEWEST : sort,
    group,
    begin: asked.date_begin,
    end: asked.date_end,
    limit: Number(asked.limit),
  };
}

function findValues(
  query: Readonly<Record<string, string>>,
  fields: readonly TicketField[],
): readonly AskedValue[] {
  return fields.flatMap(({ key, filter }) => {
    const value = Object.hasOwn(query, key) ? query[key] : undefined;
    const domain = value ? filter?.domain(value) : undefined;
    return value && domain ? [{ key, value, domain }] : [];
  });
}

/** The fields of an address, without those that say nothing. */
export function renderListFields(query: ListQuery): Readonly<Record<string, string>> {
  const filters = [
    ...(query.filter === NO_FILTER ? [] : [query.filter.key]),
    ...(query.mine ? ['mine'] : []),
  ];
  const fields = {
    filterby: filters.join(','),
    search: query.search,
    search_in: query.searchIn === 'all' ? '' : query.searchIn,
    ...Object.fromEntries(query.values.map(({ key, value }) => [key, value])),
    sortby: query.sort === NEWEST ? '' : query.sort.key,
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
  return query.filter !== NO_FILTER || query.mine || isSearched(query);
}

export function isSearched({ search, values, begin, end }: ListQuery): boolean {
  return search !== '' || values.length > 0 || begin !== undefined || end !== undefined;
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}
