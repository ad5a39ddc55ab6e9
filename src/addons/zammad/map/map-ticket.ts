import type { Cells } from '../../../sync/import-row.ts';
import { FIRST_STATE, WAITING_STATE } from '../../tickets/life.ts';
import type { Article, State, Ticket } from '../schema.ts';
import { findWorkDates } from './find-work-dates.ts';
import type { MapAttributes } from './map-attributes.ts';
import { type FindFile, mapBody } from './map-body.ts';
import { mapMoment } from './map-moment.ts';
import { mapPriority } from './map-priority.ts';
import { mapState } from './map-state.ts';
import { mapSubject } from './map-subject.ts';
import { renderTicketUrl } from './render-ticket-url.ts';

export interface TicketContext {
  readonly zammadUrl: string;
  /** Odoo's record of the source. */
  readonly sourceId: number;
  readonly state: State | undefined;
  readonly description: Article | undefined;
  /** The articles beside it. */
  readonly messages: readonly Article[];
  /** Odoo's records; undefined where there is none. */
  readonly partnerId: number | undefined;
  readonly assigneeId: number | undefined;
  /** The source would not say who owns it: Odoo's field stays as it is. */
  readonly isOwnerUnread?: boolean;
  readonly teamId: number | undefined;
  readonly tagIds: readonly number[];
  readonly findFile: FindFile;
  readonly mapAttributes: MapAttributes;
}

/** A ticket as cells of Odoo's import. */
export function mapTicket(ticket: Ticket, context: TicketContext): Cells & { readonly x_name: string } {
  const type = context.state?.state_type;
  const state = mapState(type);
  const { startedAt, waitingAt } = findWorkDates(ticket, context.messages);
  return {
    x_name: mapSubject(ticket.title),
    x_description: context.description
      ? mapBody(context.description, context.zammadUrl, context.findFile)
      : '',
    'x_partner_id/.id': mapId(context.partnerId),
    ...(context.isOwnerUnread ? {} : { 'x_user_id/.id': mapId(context.assigneeId) }),
    'x_team_id/.id': mapId(context.teamId),
    'x_tag_ids/.id': context.tagIds.join(','),
    x_state: state,
    x_priority: mapPriority(ticket.priority, ticket.priority_id),
    x_sla_deadline: mapMoment(ticket.escalation_at),
    x_opened_at: mapMoment(ticket.created_at),
    x_started_at: state === FIRST_STATE ? '' : mapMoment(startedAt),
    // That it had to wait once stays true when it goes on.
    ...(state === WAITING_STATE ? { x_waiting_at: mapMoment(waitingAt) } : {}),
    // Zammad keeps `close_at` when a ticket is opened again, and sets none when it is merged.
    x_closed_at: state === 'done' ? mapMoment(ticket.close_at ?? ticket.updated_at) : '',
    x_time_spent: String(ticket.time_unit),
    'x_import_source_id/.id': String(context.sourceId),
    x_source_number: ticket.number,
    x_source_url: renderTicketUrl(ticket.id, context.zammadUrl),
    x_source_state: context.state?.name ?? '',
    x_source_state_id: String(ticket.state_id),
    x_is_merged: type === 'merged' ? '1' : '0',
    ...context.mapAttributes(ticket.attributes),
  };
}

function mapId(id: number | undefined): string {
  return id === undefined ? '' : String(id);
}
