import type { Label, Shown } from '../../../portal/shown.ts';
import type { ListRow, ListRowView } from './list-row.ts';
import { type ListSort, NEWEST, OLDEST } from './list-sorts.ts';

/** A way to gather the rows of the list. */
export interface ListGroup {
  /** As it stands in an address. */
  readonly key: string;
  readonly label: Label;
  /** What it asks of a ticket besides what the list shows, as a specification. */
  readonly reads?: object;
  /** Rows of one group must stand together, so the group goes before the order that was asked for. */
  readonly order: (sort: ListSort) => string;
  /** What the rows of a group share; a moment stands for its month. */
  title(view: ListRowView, row: ListRow): Shown | undefined;
}

export const NO_GROUP: ListGroup = {
  key: 'none',
  label: 'list.group.none',
  order: (sort) => sort.order,
  title: () => undefined,
};

/** Months stand in the order of their days, whatever else was asked for. */
export const BY_MONTH: ListGroup = {
  key: 'month',
  label: 'list.group.month',
  order: (sort) => (sort === OLDEST ? sort.order : NEWEST.order),
  title: ({ openedAt }) => openedAt,
};

/** What a ticket can be gathered by on its own; of the status it is told how tickets of one stand together. */
export const createGroups = (byStatus: string): readonly ListGroup[] => [
  NO_GROUP,
  {
    key: 'state',
    label: 'ticket.state',
    order: (sort) => `${byStatus}, ${sort.order}`,
    title: ({ state }) => state.words,
  },
  {
    key: 'priority',
    label: 'ticket.priority',
    order: (sort) => `x_priority desc, ${sort.order}`,
    title: ({ priority }) => priority.words,
  },
  BY_MONTH,
];
