import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import type { SessionUser } from '../odoo/session.ts';
import { deriveKey } from './derive-key.ts';

const LIFETIME_MS = 60 * 60 * 1000;

const Payload = z.object({
  expires: z.number(),
  user: z.object({
    uid: z.number(),
    partnerId: z.number(),
    name: z.string(),
    login: z.string(),
    lang: z.string(),
    timeZone: z.string().optional(),
    isInternal: z.boolean(),
  }),
});

export type IdentityTokens = ReturnType<typeof createIdentityTokens>;

/**
 * Who a session belongs to, kept by the browser and signed by us together with the session's id: it saves the
 * question to Odoo on each page, and is worthless beside another session and for another database, whose ids name
 * other people. It grants nothing by itself: no answer is given before Odoo has said that the session is still theirs.
 */
export function createIdentityTokens(cookieSecret: string, db: string, clock: Clock) {
  const key = deriveKey(cookieSecret, `identity ${db}`);

  function signatureOf(payload: string, sessionId: string): Buffer {
    return createHmac('sha256', key).update(`${payload}\n${sessionId}`).digest();
  }

  return {
    sign(user: SessionUser, sessionId: string): string {
      const expires = clock.now().getTime() + LIFETIME_MS;
      const payload = Buffer.from(JSON.stringify({ expires, user })).toString('base64url');
      return `${payload}.${signatureOf(payload, sessionId).toString('base64url')}`;
    },
    find(token: string, sessionId: string): SessionUser | undefined {
      const [payload = '', signature = ''] = token.split('.');
      const expected = signatureOf(payload, sessionId);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const known = Payload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      // Signed by another version of the portal: Odoo is asked once more whose session it is.
      if (!known.success || known.data.expires <= clock.now().getTime()) return undefined;
      const { user } = known.data;
      return { ...user, timeZone: user.timeZone };
    },
  };
}
