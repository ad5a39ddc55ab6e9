import type { PortalKey } from '../../../lib/text-key.ts';
import type { Domain } from '../../../odoo/domain.ts';
import { toOdooDatetime } from '../../../odoo/values.ts';
import { DONE_STATE, isDone, LIFE } from '../life.ts';
import type { TicketThread } from '../ticket-thread.ts';

type TicketDomain = Domain<typeof TicketThread>;

export interface Filter {
  /** As it stands in an address. */
  readonly key: string;
  readonly label: PortalKey;
  readonly domain: (now: Date) => TicketDomain;
  /** Whether tickets of this state, and answered or not, belong to it; undefined where that does not tell. */
  readonly counts: ((state: unknown, isAnswered: boolean) => boolean) | undefined;
}

const IS_OPEN = ['x_state', '!=', DONE_STATE] as const;
export const OPEN_TICKETS: TicketDomain = [IS_OPEN];

export const NO_FILTER: Filter = {
  key: 'all',
  label: 'list.filter.all',
  domain: () => [],
  counts: () => true,
};

export const OPEN: Filter = {
  key: 'open',
  label: 'list.filter.open',
  domain: () => OPEN_TICKETS,
  counts: (state) => !isDone(state),
};

/** Its count needs the time, too, so it comes from elsewhere than that of the others. */
export const OVERDUE: Filter = {
  key: 'overdue',
  label: 'list.filter.overdue',
  domain: (now) => [IS_OPEN, ['x_sla_deadline', '<', toOdooDatetime(now)]],
  counts: undefined,
};

/**
 * `waiting_me` goes by who spoke last, not by the status: help desks forget to set that, and it does not change back when
 * the customer answers. The last ones are one a state.
 */
export const FILTERS: readonly Filter[] = [
  NO_FILTER,
  OPEN,
  {
    key: 'waiting_me',
    label: 'list.filter.waitingForYou',
    domain: () => [IS_OPEN, ['x_is_answered', '=', true]],
    counts: (state, isAnswered) => !isDone(state) && isAnswered,
  },
  OVERDUE,
  ...Object.entries(LIFE).map(
    ([state, { filter, label }]): Filter => ({
      key: filter,
      label,
      domain: () => [['x_state', '=', state]],
      counts: (other) => other === state,
    }),
  ),
];
