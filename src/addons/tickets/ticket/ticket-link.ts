import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../lib/clock.ts';
import type { PortalServices } from '../../../portal/route.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { findTicketId } from './find-ticket.ts';

const LIFETIME_MS = TICKET_LIMITS.linkDays * 24 * 60 * 60 * 1000;

export interface OpenLink {
  readonly ticketId: number;
  /** What Odoo must hold for this ticket, too, or the link was revoked. */
  readonly secret: string;
  readonly expires: Date;
}

/**
 * Links that open one ticket without a login, for thirty days. The signature is ours, so that a made-up link costs
 * Odoo nothing; the secret is the ticket’s, so that a new one or none revokes every link.
 */
export function createTicketLinks(sign: PortalServices['sign'], clock: Clock) {
  const signatureOf = (ticketId: number, expires: string, secret: string): string =>
    sign('ticket link', `${ticketId}.${expires}.${secret}`);

  return {
    createSecret: (): string => randomBytes(12).toString('base64url'),
    pathOf(ticketId: number, secret: string): string {
      const expires = (clock.now().getTime() + LIFETIME_MS).toString(36);
      return `/supportdesk/ticket/${ticketId}/${expires}.${secret}.${signatureOf(ticketId, expires, secret)}`;
    },
    find(id: string | undefined, token: string | undefined): OpenLink | undefined {
      const ticketId = findTicketId(id);
      const [expires = '', secret = '', signature = ''] = (token ?? '').split('.');
      if (ticketId === undefined || secret === '') return undefined;
      const isSigned = isSame(signature, signatureOf(ticketId, expires, secret));
      const time = Number.parseInt(expires, 36);
      return isSigned && time > clock.now().getTime()
        ? { ticketId, secret, expires: new Date(time) }
        : undefined;
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
