import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../lib/clock.ts';
import type { PortalServices } from '../../../portal/route.ts';
import { TICKET_LIMITS } from '../limits.ts';
import { findTicketId } from './find-ticket.ts';
import type { LinkHold } from './link-secret.ts';

const LIFETIME_MS = TICKET_LIMITS.linkDays * 24 * 60 * 60 * 1000;

export interface OpenLink {
  readonly ticketId: number;
  /** Made of what Odoo must hold for this ticket, too, or the link has ended. */
  readonly token: string;
  readonly expires: Date;
  /** Whom it was made for, and in whose name its reader may answer; undefined where it is for anybody, to read. */
  readonly partnerId: number | undefined;
}

/**
 * Links that open one ticket without a login, for thirty days. The signature is ours, so that a made-up link costs
 * Odoo nothing; the token holds on to the ticket’s secret, so that a new one or none revokes every link, and to whose the
 * ticket is, so that none goes with it to somebody else.
 */
export function createTicketLinks(sign: PortalServices['sign'], clock: Clock) {
  const tokenOf = (ticketId: number, { secret, customerId, companyId }: LinkHold): string =>
    sign('ticket link token', JSON.stringify([ticketId, secret, customerId, companyId]));
  const signatureOf = (ticketId: number, ...parts: readonly string[]): string =>
    sign('ticket link', [ticketId, ...parts].join('.'));

  return {
    createSecret: (): string => randomBytes(12).toString('base64url'),
    pathOf(ticketId: number, hold: LinkHold, partnerId?: number): string {
      const expires = (clock.now().getTime() + LIFETIME_MS).toString(36);
      const token = tokenOf(ticketId, hold);
      const parts = [expires, token, ...(partnerId === undefined ? [] : [partnerId.toString(36)])];
      return `/supportdesk/ticket/${ticketId}/${[...parts, signatureOf(ticketId, ...parts)].join('.')}`;
    },
    find(id: string | undefined, address: string | undefined): OpenLink | undefined {
      const ticketId = findTicketId(id);
      const parts = (address ?? '').split('.');
      const signature = parts.pop() ?? '';
      const [expires = '', token = '', person] = parts;
      if (ticketId === undefined || token === '') return undefined;
      const isSigned = isSame(signature, signatureOf(ticketId, ...parts));
      const time = Number.parseInt(expires, 36);
      return isSigned && time > clock.now().getTime()
        ? {
            ticketId,
            token,
            expires: new Date(time),
            partnerId: person === undefined ? undefined : Number.parseInt(person, 36),
          }
        : undefined;
    },
    /** What earlier versions handed out names the secret itself, and ends with its thirty days. */
    isInForce: ({ ticketId, token }: OpenLink, hold: LinkHold | undefined): boolean =>
      hold !== undefined && (isSame(token, tokenOf(ticketId, hold)) || isSame(token, hold.secret)),
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
