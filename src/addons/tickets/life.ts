import type { PortalKey } from '../../lib/text-key.ts';

/**
 * A ticket's life, described once, in its order. Whatever shows or sorts tickets by their status is made from this: the
 * portal's badges, filters and timeline, and Odoo's own views, rules and automations. Odoo may hold other values, too,
 * which somebody added by hand: nothing here may take one of these for all there are.
 */
export const LIFE = {
  new: {
    name: 'New',
    label: 'ticket.state.new',
    tone: 'info',
    filter: 'new',
    since: 'x_opened_at',
    isDetour: false,
  },
  in_progress: {
    name: 'In Progress',
    label: 'ticket.state.inProgress',
    tone: 'primary',
    filter: 'in_progress',
    since: 'x_started_at',
    isDetour: false,
  },
  waiting: {
    name: 'Waiting',
    label: 'ticket.state.waiting',
    tone: 'warning',
    filter: 'waiting',
    since: 'x_waiting_at',
    isDetour: true,
  },
  done: {
    name: 'Done',
    label: 'ticket.state.done',
    tone: 'success',
    filter: 'closed',
    since: 'x_closed_at',
    isDetour: false,
  },
} as const satisfies Readonly<Record<string, StateDescription>>;

interface StateDescription {
  /** What technicians read in Odoo, in English. */
  readonly name: string;
  /** What customers read: a text's key. */
  readonly label: PortalKey;
  /** Its look, by Odoo's names of decorations; never the look alone. */
  readonly tone: 'info' | 'primary' | 'warning' | 'success';
  /** The filter of the portal's list that shows these tickets alone, as it stands in addresses. */
  readonly filter: string;
  /** The field that says when the ticket came there. */
  readonly since: string;
  /** Nobody looks forward to it: it shows on the way of a ticket only once the ticket was there. */
  readonly isDetour: boolean;
}

export type TicketState = keyof typeof LIFE;

export const FIRST_STATE = 'new' satisfies TicketState;
/** Where an answer of the customer puts a ticket back to. */
export const WORKING_STATE = 'in_progress' satisfies TicketState;
export const WAITING_STATE = 'waiting' satisfies TicketState;
/** Where nobody has anything left to do: no deadline, nothing overdue, nobody waits. */
export const DONE_STATE = 'done' satisfies TicketState;

export function isDone(state: unknown): boolean {
  return state === DONE_STATE;
}

/**
 * Odoo sorts a selection by its keys: backwards they are waiting, new, in progress, done, and what somebody added stands
 * where its letters put it.
 */
export const STATE_ORDER = 'x_state desc';

/** In Python and in the domains of views. */
export const IS_OPEN_PYTHON = `('x_state', '!=', '${DONE_STATE}')`;

/** The attributes that give Odoo's badge of a status its colours. */
export function renderStateDecorations(): string {
  return Object.entries(LIFE)
    .map(([state, { tone }]) => `decoration-${tone}="x_state == '${state}'"`)
    .join(' ');
}

/** One filter a status for Odoo's search. */
export function renderStateFilters(): string {
  return Object.entries(LIFE)
    .map(
      ([state, { name }]) =>
        `<filter string="${name}" name="${state}" domain="[('x_state', '=', '${state}')]"/>`,
    )
    .join('\n  ');
}
