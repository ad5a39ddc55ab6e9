import { DateTime } from 'luxon';
import type { PortalKey } from '../../../lib/text-key.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import { mapPagination } from '../../../portal/pagination.ts';
import type { LabelOf } from '../selection-labels.ts';
import type { FilterCounts } from './list-counts.ts';
import { FILTERS, OPEN } from './list-filters.ts';
import { BY_MONTH, type GroupTitle, type ListGroup, NO_GROUP } from './list-groups.ts';
import {
  createTicketPaths,
  isNarrowed,
  isSearched,
  type ListOffer,
  type ListQuery,
  listPath,
  PAGE_SIZES,
  parseListQuery,
  renderListFields,
  renderListQuery,
} from './list-query.ts';
import { type ListRow, type ListRowView, mapListRow } from './list-row.ts';
import { SEARCHES } from './list-search.ts';
import { type ListSort, NEWEST } from './list-sorts.ts';

export interface ListState {
  readonly query: ListQuery;
  readonly offer: ListOffer;
  readonly user: SessionUser;
  readonly number: number;
  readonly records: readonly ListRow[];
  readonly total: number;
  readonly counts: FilterCounts;
  readonly labelOf: LabelOf;
}

/** All that the list's template shows. */
export function mapList({ query, offer, user, number, records, total, counts, labelOf }: ListState) {
  const from = renderListQuery(query);
  const pathOf = createTicketPaths(query, number);
  return {
    hasTickets: records.length > 0,
    /** No ticket at all, rather than none that fits. */
    isEmpty: records.length === 0 && !isNarrowed(query),
    /** Where the tile leads: no search has failed there. */
    isNothingOpen: query.filter === OPEN && !query.mine && !isSearched(query),
    groups: gather(records, query.group, user, (row) => mapListRow(row, user, labelOf, pathOf(row.id))),
    filters: FILTERS.map((filter) => ({
      label: filter.label,
      count: counts.get(filter.key),
      hasCount: counts.has(filter.key),
      href: listPath({ ...query, filter }),
      isCurrent: filter === query.filter,
    })),
    scopes: user.isInternal ? [] : mapScopes(query),
    columns: COLUMNS.map((column) => mapColumn(column, query, offer)),
    form: mapForm(query, offer),
    clearHref: '/my/tickets',
    csvHref: `/my/tickets/tickets.csv${from === '' ? '' : `?${from}`}`,
    pagination: mapPagination({
      page: number,
      pageSize: query.limit,
      total,
      href: (page) => listPath(query, page),
    }),
  };
}

interface RowGroup {
  readonly key: string;
  readonly hasTitle: boolean;
  readonly label: PortalKey | undefined;
  readonly name: string | undefined;
  readonly month: Date | undefined;
  readonly tickets: ListRowView[];
}

/** Rows come ordered by group; each run of equal titles is one. */
function gather(
  rows: readonly ListRow[],
  group: ListGroup,
  { timeZone }: SessionUser,
  mapRow: (row: ListRow) => ListRowView,
): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    const ticket = mapRow(row);
    const title = group.title(ticket, row);
    const key = keyOf(title, timeZone);
    const last = groups.at(-1);
    if (last?.key === key) last.tickets.push(ticket);
    else groups.push({ key, ...mapTitle(title), tickets: [ticket] });
  }
  return groups;
}

function mapTitle(title: GroupTitle | undefined) {
  const wording = title && 'name' in title ? title : undefined;
  return {
    hasTitle: title !== undefined,
    label: wording?.label,
    name: wording?.name,
    month: title && 'month' in title ? title.month : undefined,
  };
}

function keyOf(title: GroupTitle | undefined, timeZone: string | undefined): string {
  if (title === undefined) return '';
  return 'month' in title ? monthOf(title.month, timeZone) : (title.label ?? title.name);
}

function monthOf(moment: Date, timeZone: string | undefined): string {
  return DateTime.fromJSDate(moment, { zone: timeZone ?? 'UTC' }).toFormat('yyyy-MM');
}

function mapScopes(query: ListQuery) {
  return [
    { label: 'list.scope.company', href: listPath({ ...query, mine: false }), isCurrent: !query.mine },
    { label: 'list.scope.mine', href: listPath({ ...query, mine: true }), isCurrent: query.mine },
  ];
}

/** The table's columns, each with the order that its head asks for. */
const COLUMNS: readonly { readonly label: PortalKey; readonly sort: string }[] = [
  { label: 'ticket.reference', sort: 'reference' },
  { label: 'ticket.subject', sort: 'name' },
  { label: 'ticket.state', sort: 'state' },
  { label: 'ticket.priority', sort: 'priority' },
  { label: 'ticket.updated', sort: 'update' },
  { label: 'ticket.deadline', sort: 'deadline' },
];

function mapColumn({ label, sort: key }: (typeof COLUMNS)[number], query: ListQuery, offer: ListOffer) {
  const sort = offer.sorts.find((other) => other.key === key) ?? NEWEST;
  return {
    label,
    // Months stand in an order of their own.
    href: listPath({ ...query, sort, group: query.group === BY_MONTH ? NO_GROUP : query.group }),
    direction: sort === query.sort ? directionOf(sort) : undefined,
  };
}

function directionOf({ order }: ListSort): 'ascending' | 'descending' {
  return /^\w+ desc\b/.test(order) ? 'descending' : 'ascending';
}

const PLAIN = parseListQuery({});

function mapForm(query: ListQuery, { sorts, groups }: ListOffer) {
  const { filterby = '' } = renderListFields(query);
  return {
    filterby,
    search: query.search,
    searchIn: choicesOf(
      Object.entries(SEARCHES).map(([key, label]) => ({ key, label })),
      query.searchIn,
    ),
    sorts: choicesOf(sorts, query.sort.key),
    groups: choicesOf(groups, query.group.key),
    begin: query.begin ?? '',
    end: query.end ?? '',
    limits: PAGE_SIZES.map((size) => ({ value: size, isChosen: Number(size) === query.limit })),
    isSearched: isSearched(query),
    /** What stands folded away shows itself where it has been used. */
    isOpen:
      query.begin !== undefined ||
      query.end !== undefined ||
      query.group !== PLAIN.group ||
      query.limit !== PLAIN.limit,
  };
}

function choicesOf(offered: readonly { readonly key: string; readonly label: PortalKey }[], chosen: string) {
  return offered.map(({ key, label }) => ({ value: key, label, isChosen: key === chosen }));
}
