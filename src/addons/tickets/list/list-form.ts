import { type Label, labelShown, type Shown } from '../../../portal/shown.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import type { TicketField } from '../slots/ticket-field.ts';
import { NO_GROUP } from './list-groups.ts';
import type { ListOffer } from './list-offer.ts';
import { isSearched, type ListQuery, PAGE_SIZES, renderListFields } from './list-query.ts';
import type { ListRow } from './list-row.ts';
import { SEARCHES } from './list-search.ts';

/** The search and what stands folded away below it. */
export function mapListForm(
  query: ListQuery,
  { sorts, groups, filters }: ListOffer,
  slots: TicketSlots,
  rows: readonly ListRow[],
) {
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
    fields: filters
      .map((field) => mapFilter(field, query, slots, rows))
      .filter(({ options }) => options.length > 0),
    begin: query.begin ?? '',
    end: query.end ?? '',
    limits: PAGE_SIZES.map((size) => ({ value: size, isChosen: Number(size) === query.limit })),
    isSearched: isSearched(query),
    /** What stands folded away shows itself where it has been used. */
    isOpen:
      query.searchIn !== 'all' ||
      query.begin !== undefined ||
      query.end !== undefined ||
      query.values.length > 0 ||
      query.group !== NO_GROUP ||
      query.limit !== Number(PAGE_SIZES[0]),
  };
}

function choicesOf(offered: readonly { readonly key: string; readonly label: Label }[], chosen: string) {
  return offered.map(({ key, label }) => ({
    value: key,
    label: labelShown(label),
    isChosen: key === chosen,
  }));
}

/** On offer is what the tickets of this page have: to know all values there are would cost a call. */
function mapFilter(field: TicketField, query: ListQuery, slots: TicketSlots, rows: readonly ListRow[]) {
  const { key } = field;
  const chosen = query.values.find((asked) => asked.key === key)?.value;
  const options = new Map<string, Shown>(chosen === undefined ? [] : [[chosen, `#${chosen}`]]);
  for (const row of rows) {
    const value = slots.filterValueOf(field, row);
    const shown = slots.valueOf(field, row);
    if (value !== undefined && shown !== undefined) options.set(value, shown);
  }
  return {
    key,
    label: labelShown(field.label),
    options: [...options].map(([value, label]) => ({ value, label, isChosen: value === chosen })),
  };
}
