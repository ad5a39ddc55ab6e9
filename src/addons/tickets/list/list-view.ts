import { DateTime } from 'luxon';
import type { SessionUser } from '../../../odoo/session.ts';
import { mapPagination } from '../../../portal/pagination.ts';
import { labelShown, type Shown } from '../../../portal/shown.ts';
import type { LabelOf } from '../selection-labels.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import { mapColumns } from './list-columns.ts';
import type { FilterCounts } from './list-counts.ts';
import { FILTERS, OPEN } from './list-filters.ts';
import { mapListForm } from './list-form.ts';
import type { ListGroup } from './list-groups.ts';
import type { ListOffer } from './list-offer.ts';
import {
  createTicketPaths,
  isNarrowed,
  isSearched,
  type ListQuery,
  listPath,
  renderListQuery,
} from './list-query.ts';
import { type ListRow, type ListRowView, mapListRow } from './list-row.ts';

export interface ListState {
  readonly query: ListQuery;
  readonly offer: ListOffer;
  readonly slots: TicketSlots;
  readonly user: SessionUser;
  readonly number: number;
  readonly records: readonly ListRow[];
  readonly total: number;
  readonly counts: FilterCounts;
  readonly labelOf: LabelOf;
}

/** All that the list's template shows. */
export function mapList(state: ListState) {
  const { query, offer, slots, user, number, records, total, counts, labelOf } = state;
  const from = renderListQuery(query);
  const pathOf = createTicketPaths(query, number);
  const columns = mapColumns(query, offer, slots);
  return {
    hasTickets: records.length > 0,
    /** No ticket at all, rather than none that fits. */
    isEmpty: records.length === 0 && !isNarrowed(query),
    /** Where the tile leads: no search has failed there. */
    isNothingOpen: query.filter === OPEN && !query.mine && !isSearched(query),
    groups: gather(records, query.group, user, (row) =>
      Object.assign(mapListRow(row, user, labelOf, pathOf(row.id)), { extras: mapExtras(row, slots) }),
    ),
    filters: FILTERS.map((filter) => ({
      label: filter.label,
      count: counts.get(filter.key),
      href: listPath({ ...query, filter }),
      isCurrent: filter === query.filter,
    })),
    scopes: user.isInternal ? [] : mapScopes(query),
    columns,
    columnCount: columns.length,
    form: mapListForm(query, offer, slots, records),
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

/** The cells of other addons' columns. */
function mapExtras(row: ListRow, slots: TicketSlots) {
  return slots.in('column').map((field) => {
    const value = slots.valueOf(field, row);
    return { label: labelShown(field.label), value, hasValue: value !== undefined };
  });
}

type ShownRow = ListRowView & { readonly extras: ReturnType<typeof mapExtras> };

interface RowGroup {
  readonly key: string;
  readonly hasTitle: boolean;
  readonly title: Shown | undefined;
  readonly month: Date | undefined;
  readonly tickets: ShownRow[];
}

/** Rows come ordered by group; each run of equal titles is one. */
function gather(
  rows: readonly ListRow[],
  group: ListGroup,
  { timeZone }: SessionUser,
  mapRow: (row: ListRow) => ShownRow,
): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    const ticket = mapRow(row);
    const title = group.title(ticket, row);
    const key = keyOf(title, timeZone);
    const last = groups.at(-1);
    if (last?.key === key) last.tickets.push(ticket);
    else {
      const month = title instanceof Date ? title : undefined;
      groups.push({ key, hasTitle: title !== undefined, title, month, tickets: [ticket] });
    }
  }
  return groups;
}

function keyOf(title: Shown | undefined, timeZone: string | undefined): string {
  if (title === undefined) return '';
  return title instanceof Date
    ? DateTime.fromJSDate(title, { zone: timeZone ?? 'UTC' }).toFormat('yyyy-MM')
    : JSON.stringify(title);
}

function mapScopes(query: ListQuery) {
  return [
    { label: 'list.scope.company', href: listPath({ ...query, mine: false }), isCurrent: !query.mine },
    { label: 'list.scope.mine', href: listPath({ ...query, mine: true }), isCurrent: query.mine },
  ];
}
