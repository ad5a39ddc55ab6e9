import { defineSlot } from '../../../lib/slot.ts';
import type { Specification, WebRow } from '../../../odoo/specification.ts';
import type { AnyRow, FieldValue, Order, TicketShape } from './ticket-field.ts';

/**
 * What an organisation calls the status that a ticket is in. Its look, the filters and what customers may do go by what
 * it means, which stays the ticket's own; of a row without a name the portal's own word shows.
 */
export interface TicketStatusOptions<M extends TicketShape, S extends Specification<M>> {
  readonly reads: S;
  readonly name: (row: WebRow<M, S>) => FieldValue;
  /** By which field tickets of one name stand together. */
  readonly order: Order<M>;
}

export interface TicketStatus {
  readonly reads: object;
  name(row: AnyRow): FieldValue;
  readonly order: string;
}

/** One at most: `contributes: [ticketStatuses.with(stageStatus)]`. */
export const ticketStatuses = defineSlot<TicketStatus>('names of a ticket’s status');

/** Checks it against the shape of tickets as the addon knows them. */
export function ticketStatus<const M extends TicketShape, const S extends Specification<M>>(
  _shape: M,
  status: TicketStatusOptions<M, S>,
): TicketStatus {
  return status;
}
