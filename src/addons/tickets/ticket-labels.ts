/** What customers read for a ticket's state and priority: a text's key and a look, never the look alone. */

export const STATES = {
  new: { label: 'ticket.state.new', tone: 'info' },
  in_progress: { label: 'ticket.state.inProgress', tone: 'primary' },
  waiting: { label: 'ticket.state.waiting', tone: 'warning' },
  done: { label: 'ticket.state.done', tone: 'success' },
} as const;

export const PRIORITIES = {
  '0': { label: 'ticket.priority.low', level: 'low' },
  '1': { label: 'ticket.priority.normal', level: 'normal' },
  '2': { label: 'ticket.priority.high', level: 'high' },
  '3': { label: 'ticket.priority.urgent', level: 'urgent' },
} as const;

export const STARS = {
  '1': 'ticket.stars.1',
  '2': 'ticket.stars.2',
  '3': 'ticket.stars.3',
  '4': 'ticket.stars.4',
  '5': 'ticket.stars.5',
} as const;
