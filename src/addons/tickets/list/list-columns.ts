import { type Label, labelShown } from '../../../portal/shown.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import { BY_MONTH, NO_GROUP } from './list-groups.ts';
import type { ListOffer } from './list-offer.ts';
import { type ListQuery, listPath } from './list-query.ts';
import type { ListSort } from './list-sorts.ts';

interface Column {
  readonly label: Label;
  /** The order that its head asks for, by its key. */
  readonly sort: string;
}

/** The table's own columns; those of other addons stand between these two halves. */
const FIRST: readonly Column[] = [
  { label: 'ticket.reference', sort: 'reference' },
  { label: 'ticket.subject', sort: 'name' },
  { label: 'ticket.state', sort: 'state' },
  { label: 'ticket.priority', sort: 'priority' },
];
const LAST: readonly Column[] = [
  { label: 'ticket.updated', sort: 'update' },
  { label: 'ticket.deadline', sort: 'deadline' },
];

/** The heads of the table. */
export function mapColumns(query: ListQuery, { sorts }: ListOffer, slots: TicketSlots) {
  const extras = slots.in('column').map(({ key, label }): Column => ({ label, sort: key }));
  return [...FIRST, ...extras, ...LAST].map(({ label, sort: key }) => {
    const sort = sorts.find((other) => other.key === key);
    return {
      label: labelShown(label),
      // Months stand in an order of their own.
      href: sort && listPath({ ...query, sort, group: query.group === BY_MONTH ? NO_GROUP : query.group }),
      direction: sort && sort === query.sort ? directionOf(sort) : undefined,
    };
  });
}

function directionOf({ order }: ListSort): 'ascending' | 'descending' {
  return /^\w+ desc\b/.test(order) ? 'descending' : 'ascending';
}
