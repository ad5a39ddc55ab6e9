import type { Label } from '../../../portal/shown.ts';

/** An order of the list. */
export interface ListSort {
  /** As it stands in an address. */
  readonly key: string;
  readonly label: Label;
  /** As Odoo takes it; the id at the end makes pages neither repeat nor skip a ticket. */
  readonly order: string;
}

export const NEWEST: ListSort = {
  key: 'date',
  label: 'list.sort.newest',
  order: 'x_opened_at desc, id desc',
};

export const OLDEST: ListSort = { key: 'oldest', label: 'list.sort.oldest', order: 'x_opened_at, id' };

/** What a list can be sorted by on its own; of the status it is told how. */
export const createSorts = (byStatus: string): readonly ListSort[] => [
  NEWEST,
  OLDEST,
  { key: 'update', label: 'list.sort.update', order: 'x_updated_at desc, id desc' },
  { key: 'reference', label: 'ticket.reference', order: 'x_ticket_ref desc, id desc' },
  { key: 'name', label: 'list.sort.subject', order: 'x_name, id desc' },
  { key: 'state', label: 'list.sort.state', order: `${byStatus}, ${NEWEST.order}` },
  { key: 'priority', label: 'list.sort.priority', order: `x_priority desc, ${NEWEST.order}` },
  { key: 'deadline', label: 'list.sort.deadline', order: 'x_sla_deadline, id desc' },
];
