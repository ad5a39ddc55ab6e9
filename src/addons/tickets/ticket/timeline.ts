import { findMoment } from '../../../odoo/found-values.ts';
import type { Shown } from '../../../portal/shown.ts';
import { DONE_STATE, LIFE } from '../life.ts';
import type { LabelOf } from '../selection-labels.ts';
import { mapState } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';

export interface TimelineStep {
  readonly words: Shown;
  /** Its look, as that of the status. */
  readonly tone: string;
  readonly date: Date | undefined;
  readonly isReached: boolean;
  readonly isCurrent: boolean;
}

/** The way of a ticket from new to done; of a stop that it did not make, nothing is said. */
export function mapTimeline(ticket: TicketDetails, labelOf: LabelOf): readonly TimelineStep[] {
  const states = Object.entries(LIFE);
  const shown = mapState(ticket, labelOf);
  const current = states.findIndex(([state]) => state === ticket.x_state);
  const steps = states.flatMap(([state, { label, tone, since, isDetour }], index) => {
    const isCurrent = index === current;
    const date = findMoment(ticket[since]);
    const isReached = isCurrent || date !== undefined;
    // What is still to come, unless nobody looks forward to it.
    const isAhead = index > current && !isDetour;
    const words = isCurrent ? shown.words : { key: label };
    return isReached || isAhead ? [{ state, words, tone, date, isReached, isCurrent }] : [];
  });
  if (current >= 0) return steps;
  // A status that somebody added in Odoo: somewhere before the end, and all that Odoo has no moment for is behind it.
  const added = { ...shown, date: undefined, isReached: true, isCurrent: true };
  const past = steps.filter(({ state, isReached }) => isReached && state !== DONE_STATE);
  return [...past, added, ...steps.filter(({ state }) => state === DONE_STATE)];
}
