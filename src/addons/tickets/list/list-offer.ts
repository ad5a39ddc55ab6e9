import { labelShown } from '../../../portal/shown.ts';
import { STATE_ORDER } from '../life.ts';
import type { TicketSlots } from '../slots/create-ticket-slots.ts';
import type { TicketField } from '../slots/ticket-field.ts';
import { createGroups, type ListGroup } from './list-groups.ts';
import { createSorts, type ListSort } from './list-sorts.ts';

/** What a list can be asked for. */
export interface ListOffer {
  readonly sorts: readonly ListSort[];
  readonly groups: readonly ListGroup[];
  /** Fields whose values the list can be narrowed to. */
  readonly filters: readonly TicketField[];
}

/** What tickets offer on their own, and behind it what other addons bring. */
export function createListOffer(slots: TicketSlots): ListOffer {
  const byStatus = slots.statusOrder ?? STATE_ORDER;
  return {
    sorts: [
      ...createSorts(byStatus),
      ...slots
        .in('sort')
        .map(({ key, label, order = '' }): ListSort => ({ key, label, order: `${order}, id desc` })),
    ],
    groups: [
      ...createGroups(byStatus),
      ...slots.in('group').map(
        (field): ListGroup => ({
          key: field.key,
          label: field.label,
          reads: field.reads,
          order: (sort) => `${field.order}, ${sort.order}`,
          title: (_view, row) => slots.valueOf(field, row) ?? (field.none && labelShown(field.none)),
        }),
      ),
    ],
    filters: slots.in('filter'),
  };
}
