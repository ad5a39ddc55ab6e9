import type { PortalKey } from '../../lib/text-key.ts';

/** How customers rate a ticket that is done; Odoo also knows `0`, of one that is not rated. */
export const STARS = {
  '1': { name: 'Very Bad', label: 'ticket.stars.1' },
  '2': { name: 'Bad', label: 'ticket.stars.2' },
  '3': { name: 'Fair', label: 'ticket.stars.3' },
  '4': { name: 'Good', label: 'ticket.stars.4' },
  '5': { name: 'Very Good', label: 'ticket.stars.5' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly label: PortalKey }>>;
