import type { PortalKey } from '../../../lib/text-key.ts';
import { parseOdooDatetime } from '../../../odoo/values.ts';
import { STATES } from '../ticket-labels.ts';
import type { TicketDetails } from './find-ticket.ts';

export interface TimelineStep {
  readonly label: PortalKey;
  readonly date: Date | undefined;
  readonly isReached: boolean;
  readonly isCurrent: boolean;
}

/** The way of a ticket from new to done; of a stop that it did not make, nothing is said. */
export function mapTimeline(ticket: TicketDetails): readonly TimelineStep[] {
  const { x_state: current } = ticket;
  const dates = {
    new: parseOdooDatetime(ticket.x_opened_at),
    in_progress: parseOdooDatetime(ticket.x_started_at),
    waiting: parseOdooDatetime(ticket.x_waiting_at),
    done: parseOdooDatetime(ticket.x_closed_at),
  };
  const states = (['new', 'in_progress', 'waiting', 'done'] as const).filter(
    (state) => state === current || dates[state] !== undefined || isAhead(state, current),
  );
  return states.map((state) => ({
    label: STATES[state].label,
    date: dates[state],
    isReached: state === current || dates[state] !== undefined,
    isCurrent: state === current,
  }));
}

/** Everybody waits for work and an end; nobody for having to wait. */
function isAhead(state: keyof typeof STATES, current: keyof typeof STATES): boolean {
  return state === 'done' || (state === 'in_progress' && current === 'new');
}
