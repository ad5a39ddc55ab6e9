import type { mapMessages } from './map-messages.ts';
import type { StateChange } from './state-changes.ts';

type Message = ReturnType<typeof mapMessages>[number];

/** A change of the status that customers see, between what was said. */
interface StateEvent {
  readonly event: Pick<StateChange, 'words' | 'tone'>;
  readonly date: Date;
}

type Said = Message & { readonly event: undefined };

/**
 * What was said and, in between, each change of the status, the oldest first. A change at the very moment of a message came
 * with it, so it stands below. Where other pages have earlier or later messages, they have the changes among them, too.
 */
export function mapConversation(
  messages: readonly Message[],
  changes: readonly StateChange[],
  { hasEarlier, hasLater }: { readonly hasEarlier: boolean; readonly hasLater: boolean },
): readonly (Said | StateEvent)[] {
  const events = changes
    .filter(({ date }) => !hasEarlier || date >= (messages[0]?.date ?? date))
    .map(({ words, tone, date }): StateEvent => ({ event: { words, tone }, date }));
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
  return hasLater ? entries : [...entries, ...events.slice(next)];
}
