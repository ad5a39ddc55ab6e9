import type { ListRowView } from './list-row.ts';
import type { SortKey } from './list-sorts.ts';
import { SORTS } from './list-sorts.ts';

/** What the rows of a group share: a text's key, or a month. */
export type GroupTitle = { readonly label: string } | { readonly month: Date };

interface Group {
  readonly label: string;
  /** Rows of one group must stand together, so the group goes before the order that was asked for. */
  readonly order: (sort: SortKey) => string;
  readonly title: (ticket: ListRowView) => GroupTitle | undefined;
}

/** How the rows can be gathered; teams and categories add their lines here. */
export const GROUPS = {
  none: { label: 'list.group.none', order: (sort) => SORTS[sort].order, title: () => undefined },
  state: {
    label: 'ticket.state',
    order: (sort) => `x_state desc, ${SORTS[sort].order}`,
    title: ({ state }) => state,
  },
  priority: {
    label: 'ticket.priority',
    order: (sort) => `x_priority desc, ${SORTS[sort].order}`,
    title: ({ priority }) => priority,
  },
  month: {
    label: 'list.group.month',
    order: (sort) => (sort === 'oldest' ? SORTS.oldest.order : SORTS.date.order),
    title: ({ openedAt }) => openedAt && { month: openedAt },
  },
} as const satisfies Readonly<Record<string, Group>>;

export type GroupKey = keyof typeof GROUPS;
