import { findMoment, findText } from '../../../odoo/found-values.ts';
import type { LabelOf } from '../selection-labels.ts';
import { mapMeaning } from '../ticket-view.ts';
import type { TicketDetails } from './find-ticket.ts';
import type { TimelineStep } from './timeline.ts';

/** A moment at which the status of a ticket changed. */
export interface StateChange extends Pick<TimelineStep, 'words' | 'tone'> {
  readonly date: Date;
}

interface Noted {
  readonly x_state: string;
  readonly x_priority: unknown;
  readonly date: Date;
}

/** Each change that Odoo has noted, a line each: its moment in UTC, and what the status became. */
export function parseLife(ticket: Pick<TicketDetails, 'x_life' | 'x_priority'>): readonly Noted[] {
  const lines = findText(ticket.x_life).split('\n');
  return lines.flatMap((line) => {
    const [, moment, state = ''] = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.+)$/.exec(line) ?? [];
    const date = findMoment(moment);
    return date ? [{ x_state: state, x_priority: ticket.x_priority, date }] : [];
  });
}

/** The same change, noted by two of Odoo's automations. */
const SAME_MS = 60_000;

/**
 * When the status of a ticket changed, each time it did, the oldest first. What happened before Odoo noted it, or in the
 * source of an import, the dates of the ticket tell: once a status. That a ticket was opened is no change. The last one
 * goes by what the organisation calls the status that it led to.
 */
export function findStateChanges(
  noted: readonly Noted[],
  timeline: readonly TimelineStep[],
  labelOf: LabelOf,
): readonly StateChange[] {
  const changes = noted.map(({ x_state, date }) => ({ ...mapMeaning(x_state, labelOf), date }));
  const told = timeline.slice(1).flatMap(({ words, tone, date }): StateChange[] => {
    const isNoted = changes.some(
      (one) => one.tone === tone && date && Math.abs(one.date.getTime() - date.getTime()) < SAME_MS,
    );
    return date && !isNoted ? [{ words, tone, date }] : [];
  });
  const all = [...told, ...changes].toSorted((one, other) => one.date.getTime() - other.date.getTime());
  const current = timeline.find(({ isCurrent }) => isCurrent);
  const last = all.at(-1);
  return current && last?.tone === current.tone
    ? [...all.slice(0, -1), { ...last, words: current.words }]
    : all;
}
