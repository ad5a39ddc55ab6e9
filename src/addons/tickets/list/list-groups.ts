import type { PortalKey } from '../../../lib/text-key.ts';
import { mapTicketRow } from '../ticket-view.ts';
import type { ListRow } from './list-row.ts';
import { SORTS, type SortKey } from './list-sorts.ts';

/** What the rows of a group share: a text's key, a name as it stands in Odoo, or a month. */
export type GroupTitle = { readonly label: PortalKey } | { readonly name: string } | { readonly month: Date };

/** A way to gather the rows of the list. Addons that build on tickets bring further ones. */
export interface ListGroup {
  /** As it stands in an address. */
  readonly key: string;
  readonly label: PortalKey;
  /** What it asks of a ticket besides what the list shows, as a specification. */
  readonly reads?: object;
  /** Rows of one group must stand together, so the group goes before the order that was asked for. */
  readonly order: (sort: SortKey) => string;
  readonly title: (ticket: ListRow) => GroupTitle | undefined;
}

export const NO_GROUP: ListGroup = {
  key: 'none',
  label: 'list.group.none',
  order: (sort) => SORTS[sort].order,
  title: () => undefined,
};

/** Months stand in the order of their days, whatever else was asked for. */
export const BY_MONTH: ListGroup = {
  key: 'month',
  label: 'list.group.month',
  order: (sort) => (sort === 'oldest' ? SORTS.oldest.order : SORTS.date.order),
  title: (ticket) => {
    const { openedAt } = mapTicketRow(ticket);
    return openedAt && { month: openedAt };
  },
};

/** What a ticket can be gathered by on its own. */
export const GROUPS: readonly ListGroup[] = [
  NO_GROUP,
  {
    key: 'state',
    label: 'ticket.state',
    order: (sort) => `x_state desc, ${SORTS[sort].order}`,
    title: (ticket) => mapTicketRow(ticket).state,
  },
  {
    key: 'priority',
    label: 'ticket.priority',
    order: (sort) => `x_priority desc, ${SORTS[sort].order}`,
    title: (ticket) => mapTicketRow(ticket).priority,
  },
  BY_MONTH,
];
