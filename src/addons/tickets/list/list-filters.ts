import type { PortalKey } from '../../../lib/text-key.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import type { TicketThread } from '../ticket-thread.ts';

interface Filter {
  readonly label: PortalKey;
  readonly domain: (now: Date) => Domain<typeof TicketThread>;
  /** Whether tickets of this state, and answered or not, belong to it; undefined where that does not tell. */
  readonly counts: ((state: string, isAnswered: boolean) => boolean) | undefined;
}

/**
 * `waiting_me` goes by who spoke last, not by the status: help desks forget to set that, and it does not change
 * back when the customer answers.
 */
export const FILTERS = {
  all: { label: 'list.filter.all', domain: () => [], counts: () => true },
  open: {
    label: 'list.filter.open',
    domain: () => [['x_state', '!=', 'done']],
    counts: (state) => state !== 'done',
  },
  waiting_me: {
    label: 'list.filter.waitingForYou',
    domain: () => [
      ['x_state', '!=', 'done'],
      ['x_is_answered', '=', true],
    ],
    counts: (state, isAnswered) => state !== 'done' && isAnswered,
  },
  overdue: {
    label: 'list.filter.overdue',
    domain: (now) => [
      ['x_state', '!=', 'done'],
      ['x_sla_deadline', '<', toOdooDatetime(now)],
    ],
    counts: undefined,
  },
  new: inState('new', 'ticket.state.new'),
  in_progress: inState('in_progress', 'ticket.state.inProgress'),
  waiting: inState('waiting', 'ticket.state.waiting'),
  closed: inState('done', 'ticket.state.done'),
} as const satisfies Readonly<Record<string, Filter>>;

export type FilterKey = keyof typeof FILTERS;

function inState(state: 'new' | 'in_progress' | 'waiting' | 'done', label: PortalKey): Filter {
  return { label, domain: () => [['x_state', '=', state]], counts: (other) => other === state };
}
