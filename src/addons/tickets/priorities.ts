import type { PortalKey } from '../../lib/text-key.ts';

/** How urgent a ticket can be, described once, in Odoo's order. Odoo may hold other values, too, added by hand. */
export const PRIORITIES = {
  '0': { name: 'Low', label: 'ticket.priority.low', level: 'low', decoration: 'muted' },
  '1': { name: 'Normal', label: 'ticket.priority.normal', level: 'normal', decoration: undefined },
  '2': { name: 'High', label: 'ticket.priority.high', level: 'high', decoration: 'warning' },
  '3': { name: 'Urgent', label: 'ticket.priority.urgent', level: 'urgent', decoration: 'danger' },
} as const satisfies Readonly<Record<string, PriorityDescription>>;

interface PriorityDescription {
  /** What technicians read in Odoo, in English. */
  readonly name: string;
  /** What customers read: a text's key. */
  readonly label: PortalKey;
  /** Its look on the portal. */
  readonly level: 'low' | 'normal' | 'high' | 'urgent';
  /** Its look in Odoo, where it has one. */
  readonly decoration: 'muted' | 'warning' | 'danger' | undefined;
}

export type Priority = keyof typeof PRIORITIES;

export const DEFAULT_PRIORITY = '1' satisfies Priority;
/** From here on it is worth a filter of its own. */
export const PRESSING: readonly Priority[] = ['2', '3'];

/** The attributes that give Odoo's badge of a priority its colours. */
export function renderPriorityDecorations(): string {
  return Object.entries(PRIORITIES)
    .flatMap(([priority, { decoration }]) =>
      decoration ? [`decoration-${decoration}="x_priority == '${priority}'"`] : [],
    )
    .join(' ');
}

/** What a card of Odoo's kanban says of a priority that is not the usual one. */
export function renderPriorityBadges(): string {
  const shown = Object.entries(PRIORITIES).filter(([, { decoration }]) => decoration !== undefined);
  return shown
    .reverse()
    .map(
      ([priority, { name, decoration }], index) =>
        `<span t-${index === 0 ? 'if' : 'elif'}="record.x_priority.raw_value == '${priority}'" class="badge text-bg-${decoration === 'muted' ? 'light' : decoration}">${name}</span>`,
    )
    .join('\n          ');
}
