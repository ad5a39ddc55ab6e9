import { DateTime } from 'luxon';
import type { PortalKey } from '../../../lib/text-key.ts';
import type { SessionUser } from '../../../odoo/session.ts';
import { mapPagination } from '../../../portal/pagination.ts';
import type { FilterCounts } from './list-counts.ts';
import { FILTERS, type FilterKey } from './list-filters.ts';
import { BY_MONTH, type GroupTitle, type ListGroup, NO_GROUP } from './list-groups.ts';
import {
  createTicketPaths,
  isNarrowed,
  isSearched,
  type ListQuery,
  listPath,
  PAGE_SIZES,
  parseListQuery,
  renderListFields,
  renderListQuery,
} from './list-query.ts';
import { type ListRow, type ListRowView, mapListRow } from './list-row.ts';
import { SEARCHES } from './list-search.ts';
import { SORTS, type SortKey } from './list-sorts.ts';

export interface ListState {
  readonly query: ListQuery;
  /** The ways to gather rows that are on offer. */
  readonly groups: readonly ListGroup[];
  readonly user: SessionUser;
  readonly number: number;
  readonly records: readonly ListRow[];
  readonly total: number;
  readonly counts: FilterCounts;
}

/** All that the list's template shows. */
export function mapList({ query, groups, user, number, records, total, counts }: ListState) {
  const from = renderListQuery(query);
  const pathOf = createTicketPaths(query, number);
  return {
    hasTickets: records.length > 0,
    /** No ticket at all, rather than none that fits. */
    isEmpty: records.length === 0 && !isNarrowed(query),
    groups: gather(records, query.group, user, (row) => mapListRow(row, user, pathOf(row.id))),
    filters: Object.entries(FILTERS).map(([key, { label }]) => ({
      label,
      count: key === query.filter ? total : (counts[key as FilterKey] ?? 0),
      hasCount: key === query.filter || counts[key as FilterKey] !== undefined,
      href: listPath({ ...query, filter: key as FilterKey }),
      isCurrent: key === query.filter,
    })),
    scopes: user.isInternal ? [] : mapScopes(query),
    columns: COLUMNS.map((column) => mapColumn(column, query)),
    form: mapForm(query, groups),
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
  const keyOf = (title: GroupTitle | undefined): string => {
    if (title === undefined) return '';
    if ('month' in title) return monthOf(title.month, timeZone);
    return 'name' in title ? title.name : title.label;
  };
  for (const row of rows) {
    const title = group.title(row);
    const key = keyOf(title);
    const last = groups.at(-1);
    if (last?.key === key) last.tickets.push(mapRow(row));
    else {
      groups.push({
        key,
        hasTitle: title !== undefined,
        label: title && 'label' in title ? title.label : undefined,
        name: title && 'name' in title ? title.name : undefined,
        month: title && 'month' in title ? title.month : undefined,
        tickets: [mapRow(row)],
      });
    }
  }
  return groups;
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

/** The table's columns, each with the orders that its head switches between. */
const COLUMNS = [
  { label: 'ticket.reference', sorts: ['date', 'oldest'], direction: ['descending', 'ascending'] },
  { label: 'ticket.subject', sorts: ['name'], direction: ['ascending'] },
  { label: 'ticket.state', sorts: ['state'], direction: ['descending'] },
  { label: 'ticket.priority', sorts: ['priority'], direction: ['descending'] },
  { label: 'ticket.updated', sorts: ['update'], direction: ['descending'] },
  { label: 'ticket.deadline', sorts: ['deadline'], direction: ['ascending'] },
] as const satisfies readonly {
  label: PortalKey;
  sorts: readonly SortKey[];
  direction: readonly ('ascending' | 'descending')[];
}[];

function mapColumn({ label, sorts, direction }: (typeof COLUMNS)[number], query: ListQuery) {
  const current = (sorts as readonly SortKey[]).indexOf(query.sort);
  const next = sorts[(current + 1) % sorts.length] ?? sorts[0];
  const group = query.group === BY_MONTH && next !== 'date' && next !== 'oldest' ? NO_GROUP : query.group;
  return { label, href: listPath({ ...query, sort: next, group }), direction: direction[current] };
}

const PLAIN = parseListQuery({});

function mapForm(query: ListQuery, groups: readonly ListGroup[]) {
  const { filterby = '' } = renderListFields(query);
  const choices = (labels: Readonly<Record<string, PortalKey>>, chosen: string) =>
    Object.entries(labels).map(([value, label]) => ({ value, label, isChosen: value === chosen }));
  const labelsOf = (table: Readonly<Record<string, { readonly label: PortalKey }>>) =>
    Object.fromEntries(Object.entries(table).map(([key, { label }]) => [key, label]));
  return {
    filterby,
    search: query.search,
    searchIn: choices(SEARCHES, query.searchIn),
    sorts: choices(labelsOf(SORTS), query.sort),
    groups: choices(Object.fromEntries(groups.map(({ key, label }) => [key, label])), query.group.key),
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
