import type { Cells } from '../../sync/import-row.ts';
import { mapBody } from './map-body.ts';
import { mapMoment } from './map-moment.ts';
import { mapPriority } from './map-priority.ts';
import { mapState } from './map-state.ts';
import type { Article, Ticket } from './schema.ts';

export interface TicketContext {
  readonly zammadUrl: string;
  readonly stateType: string | undefined;
  readonly description: Article | undefined;
  /** External id of the customer; empty where there is none. */
  readonly partner: string;
  /** Odoo's user who takes care of it. */
  readonly assigneeId: number | undefined;
}

const LONGEST_SUBJECT = 250;

/** A ticket as cells of Odoo's import. */
export function mapTicket(ticket: Ticket, context: TicketContext): Cells & { readonly x_name: string } {
  const state = mapState(context.stateType);
  return {
    x_name: mapSubject(ticket.title),
    x_description: context.description ? mapBody(context.description, context.zammadUrl) : '',
    'x_partner_id/id': context.partner,
    'x_user_id/.id': context.assigneeId === undefined ? '' : String(context.assigneeId),
    x_state: state,
    x_priority: mapPriority(ticket.priority, ticket.priority_id),
    x_sla_deadline: mapMoment(ticket.escalation_at),
    x_opened_at: mapMoment(ticket.created_at),
    // Zammad keeps `close_at` when a ticket is opened again, and sets none when it is merged.
    x_closed_at: state === 'done' ? mapMoment(ticket.close_at ?? ticket.updated_at) : '',
    x_source_number: ticket.number,
    x_source_url: `${new URL(`/#ticket/zoom/${ticket.id}`, context.zammadUrl)}`,
  };
}

function mapSubject(title: string): string {
  const subject = title.replace(/\s+/g, ' ').trim();
  if (subject === '' || subject === '-') return '(no subject)';
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : subject;
}
