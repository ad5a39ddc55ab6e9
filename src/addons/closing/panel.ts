import { findMoment } from '../../odoo/found-values.ts';
import { ticketPanel } from '../tickets/slots/ticket-panel.ts';
import { ClosingTicket } from './models.ts';

/** Customers read when a ticket of theirs closes, before anything else. */
export const closingPanel = ticketPanel(ClosingTicket, {
  place: 'banner',
  template: 'closing/closes',
  reads: { x_closes_at: {}, x_closing_is_held: {} },
  view({ x_closes_at, x_closing_is_held }) {
    const closesAt = findMoment(x_closes_at);
    return closesAt && !x_closing_is_held ? { closesAt } : undefined;
  },
});
