import type { mapMessages } from './map-messages.ts';
import type { TimelineStep } from './timeline.ts';

type Message = ReturnType<typeof mapMessages>[number];

/** A change of the status that customers see, between what was said. */
interface StateEvent {
  readonly event: Pick<TimelineStep, 'words' | 'tone'>;
  readonly date: Date;
}

type Said = Message & { readonly event: undefined };

/**
 * What was said and, in between, when the status changed: as far as the ticket tells, so each status once. That it was
 * opened, its first message tells. A change at the very moment of a message came with it, so it stands below.
 */
export function mapConversation(
  messages: readonly Message[],
  timeline: readonly TimelineStep[],
): readonly (Said | StateEvent)[] {
  const events = timeline
    .slice(1)
    .flatMap(({ words, tone, date }): StateEvent[] => (date ? [{ event: { words, tone }, date }] : []))
    .sort((one, other) => one.date.getTime() - other.date.getTime());
  const entries: (Said | StateEvent)[] = [];
  let next = 0;
  for (const message of messages) {
    const { date } = message;
    for (let event = events[next]; event && date && event.date < date; event = events[next]) {
      entries.push(event);
      next += 1;
    }
    entries.push({ ...message, event: undefined });
  }
  return [...entries, ...events.slice(next)];
}
