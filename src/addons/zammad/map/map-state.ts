import type { State } from '../schema.ts';

export type TicketState = 'new' | 'in_progress' | 'waiting' | 'done';

/** By type: an administrator may rename states and add more, their types are fixed. */
export function mapState(stateType: string | undefined): TicketState {
  switch (stateType) {
    case 'new':
      return 'new';
    case 'pending reminder':
    case 'pending action':
      return 'waiting';
    case 'closed':
    case 'merged':
    case 'removed':
      return 'done';
    default:
      return 'in_progress';
  }
}

export type States = ReadonlyMap<number, State>;

/** By id, as a ticket's `state_id` needs them. */
export function mapStates(states: readonly State[]): States {
  return new Map(states.map((state) => [state.id, state]));
}
