/** Orders of the list; the id at the end makes pages neither repeat nor skip a ticket. */
export const SORTS = {
  date: { label: 'list.sort.newest', order: 'x_opened_at desc, id desc' },
  oldest: { label: 'list.sort.oldest', order: 'x_opened_at, id' },
  update: { label: 'list.sort.update', order: 'x_updated_at desc, id desc' },
  name: { label: 'list.sort.subject', order: 'x_name, id desc' },
  // Odoo sorts a selection by its keys: backwards they are waiting, new, in progress, done.
  state: { label: 'list.sort.state', order: 'x_state desc, x_opened_at desc, id desc' },
  priority: { label: 'list.sort.priority', order: 'x_priority desc, x_opened_at desc, id desc' },
  deadline: { label: 'list.sort.deadline', order: 'x_sla_deadline, id desc' },
} as const;

export type SortKey = keyof typeof SORTS;
