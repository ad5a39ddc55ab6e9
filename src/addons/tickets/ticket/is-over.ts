import { findMoment } from '../../../odoo/found-values.ts';
import { isDone } from '../life.ts';
import type { TicketDetails } from './find-ticket.ts';

/** Whether a ticket is closed for good: what is said to it now opens the next one. Odoo itself goes by the same. */
export function isOver({ x_state, x_reopen_until }: TicketDetails, now: Date): boolean {
  if (!isDone(x_state)) return false;
  const until = findMoment(x_reopen_until);
  return until !== undefined && until < now;
}
