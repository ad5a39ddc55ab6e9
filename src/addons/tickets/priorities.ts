import type { PortalKey } from '../../lib/text-key.ts';

/** How urgent a ticket can be, described once, in Odoo's order. Odoo may hold other values, too, added by hand. */
export const PRIORITIES = {
  '0': { name: 'Low', label: 'ticket.priority.low', level: 'low' },
  '1': { name: 'Normal', label: 'ticket.priority.normal', level: 'normal' },
  '2': { name: 'High', label: 'ticket.priority.high', level: 'high' },
  '3': { name: 'Urgent', label: 'ticket.priority.urgent', level: 'urgent' },
} as const satisfies Readonly<Record<string, PriorityDescription>>;

interface PriorityDescription {
  /** What technicians read in Odoo, in English. */
  readonly name: string;
  /** What customers read: a text's key. */
  readonly label: PortalKey;
  /** Its look on the portal. */
  readonly level: 'low' | 'normal' | 'high' | 'urgent';
}

export type Priority = keyof typeof PRIORITIES;

/** As the organisation's file names them. */
export const PRIORITY_OF = {
  low: '0',
  normal: '1',
  high: '2',
  urgent: '3',
} as const satisfies Readonly<Record<PriorityDescription['level'], Priority>>;

export const DEFAULT_PRIORITY = '1' satisfies Priority;
/** From here on it is worth a filter of its own. */
export const PRESSING: readonly Priority[] = ['2', '3'];
