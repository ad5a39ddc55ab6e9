/**
 * Who is told of what by mail. The one table that everything is made of: the records which Odoo holds, the list that
 * administrators change them in, the organisation's YAML and the manual.
 */

/** `team` are a team's members as long as nobody is assigned; `copied` who follows a ticket from outside. */
export const ROLES = ['customer', 'copied', 'assignee', 'team', 'leader'] as const;
export type Role = (typeof ROLES)[number];

interface EventDescription {
  readonly label: string;
  /** Odoo itself sends these the message, as followers of the ticket; nothing here changes that. */
  readonly follows: readonly Role[];
  /** Who may be told by a mail of our own; the others never are, whatever somebody ticks. */
  readonly may: readonly Role[];
  /** Who is told where the organisation does not say. */
  readonly tells: readonly Role[];
}

export const EVENTS = {
  opened: {
    label: 'Ticket opened',
    follows: [],
    may: ['customer', 'copied', 'assignee', 'team', 'leader'],
    tells: ['customer', 'team'],
  },
  answered_by_desk: {
    label: 'Answered by the desk',
    follows: ['customer', 'copied', 'assignee'],
    may: ['leader'],
    tells: [],
  },
  answered_by_customer: {
    label: 'Answered by the customer',
    follows: ['customer', 'copied', 'assignee'],
    may: ['team', 'leader'],
    tells: ['team'],
  },
  assigned: { label: 'Assigned', follows: [], may: ['assignee', 'leader'], tells: ['assignee'] },
  stage: { label: 'Stage reached', follows: [], may: ['customer', 'copied'], tells: ['customer'] },
  waiting: { label: 'Waiting for the customer', follows: [], may: ['customer', 'copied'], tells: [] },
  reminded: {
    label: 'Reminded before it closes',
    follows: [],
    may: ['customer', 'copied'],
    tells: ['customer'],
  },
  solved: { label: 'Solved', follows: [], may: ['customer', 'copied'], tells: ['customer'] },
  closed: { label: 'Closed by itself', follows: [], may: ['customer', 'copied'], tells: ['customer'] },
  rating: { label: 'Rating asked', follows: [], may: ['customer'], tells: ['customer'] },
  escalating: {
    label: 'Escalating',
    follows: [],
    may: ['assignee', 'team', 'leader'],
    tells: ['assignee', 'team', 'leader'],
  },
  merged: { label: 'Tickets merged', follows: [], may: ['customer', 'copied'], tells: [] },
} as const satisfies Readonly<Record<string, EventDescription>>;

export type MailEventName = keyof typeof EVENTS;

export const EVENT_NAMES = Object.keys(EVENTS) as readonly MailEventName[];

export const describeEvent = (name: MailEventName): EventDescription => EVENTS[name];

export const EVENT_LABELS = {
  opened: EVENTS.opened.label,
  answered_by_desk: EVENTS.answered_by_desk.label,
  answered_by_customer: EVENTS.answered_by_customer.label,
  assigned: EVENTS.assigned.label,
  stage: EVENTS.stage.label,
  waiting: EVENTS.waiting.label,
  reminded: EVENTS.reminded.label,
  solved: EVENTS.solved.label,
  closed: EVENTS.closed.label,
  rating: EVENTS.rating.label,
  escalating: EVENTS.escalating.label,
  merged: EVENTS.merged.label,
} as const satisfies Record<MailEventName, string>;

/** The templates of an event: one for people outside, one for the desk, where it tells any of them. */
export const hasOutside = (name: MailEventName): boolean =>
  describeEvent(name).may.some((role) => isOutside(role));
export const hasDesk = (name: MailEventName): boolean =>
  describeEvent(name).may.some((role) => !isOutside(role));

export const isOutside = (role: Role): boolean => role === 'customer' || role === 'copied';
