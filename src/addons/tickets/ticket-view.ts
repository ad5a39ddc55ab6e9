import type { Specification, WebRow } from '../../odoo/specification.ts';
import { parseOdooDatetime } from '../../odoo/values.ts';
import { personName } from '../../portal/person-name.ts';
import type { Ticket } from './models.ts';
import { PRIORITIES, STATES } from './ticket-labels.ts';

const NAME = { fields: { display_name: {} } } as const;

/** What the portal reads of a ticket for a row of the list. */
export const ROW = {
  x_name: {},
  x_ticket_ref: {},
  x_partner_id: NAME,
  x_state: {},
  x_priority: {},
  x_sla_deadline: {},
  x_is_overdue: {},
  x_opened_at: {},
} as const satisfies Specification<typeof Ticket>;

export type TicketRow = WebRow<typeof Ticket, typeof ROW>;

export function ticketPath(id: number): string {
  return `/my/tickets/${id}`;
}

export function mapTicketRow(row: TicketRow, href = ticketPath(row.id)) {
  return {
    href,
    reference: row.x_ticket_ref || `#${row.id}`,
    subject: row.x_name,
    customer: row.x_partner_id ? personName(row.x_partner_id.display_name) : undefined,
    state: STATES[row.x_state],
    isDone: row.x_state === 'done',
    priority: PRIORITIES[row.x_priority],
    openedAt: parseOdooDatetime(row.x_opened_at),
    deadline: parseOdooDatetime(row.x_sla_deadline),
    isOverdue: row.x_is_overdue,
  };
}
