import type { Request, Response } from 'express';
import { z } from 'zod';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo, type Odoo } from '../odoo/model-api.ts';
import type { Sessions, SessionUser } from '../odoo/session.ts';
import type { BrowserSession } from './session.ts';

export interface Access {
  /** Who asks, by Odoo itself. @throws OdooError `odoo_session_expired` where nobody is logged in. */
  getUser(req: Request, res: Response, signal: AbortSignal): Promise<SessionUser>;
  /**
   * Who asks, by the cookie where it tells. The proof of it is for whoever answers to await, beside what else is asked.
   * @throws OdooError `odoo_session_expired` where nobody is logged in.
   */
  presumeUser(req: Request, res: Response, signal: AbortSignal): Promise<PresumedUser>;
  /** Odoo through the customer's own session. */
  createCustomerOdoo(req: Request, res: Response, signal: AbortSignal): Odoo;
}

export interface PresumedUser {
  readonly user: SessionUser;
  /** Asks Odoo once, however often it is called. @throws OdooError `odoo_session_expired` where it is not so any more. */
  readonly prove: () => Promise<void>;
}

/** The cheapest that Odoo answers a session about its own user. */
const Self = z.object({ uid: z.number() });

export function createAccess(sessions: Sessions, session: BrowserSession): Access {
  function getSessionId(req: Request): string {
    const sessionId = session.findId(req);
    if (sessionId) return sessionId;
    throw nobody();
  }

  async function getUser(req: Request, res: Response, signal: AbortSignal): Promise<SessionUser> {
    const user = await sessions.user({ sessionId: getSessionId(req), clientAddress: req.ip }, signal);
    if (!res.headersSent) session.remember(req, res, user);
    return user;
  }

  function createCustomerOdoo(req: Request, res: Response, signal: AbortSignal): Odoo {
    const user = session.findUser(req);
    const onRenewed = (sessionId: string): void => {
      if (user && !res.headersSent) session.start(req, res, sessionId, user);
    };
    const caller = sessions.caller({ sessionId: getSessionId(req), clientAddress: req.ip }, onRenewed);
    return createOdoo(caller).with({ signal });
  }

  async function proveUser(odoo: Odoo, { uid }: SessionUser): Promise<void> {
    const self = Self.safeParse(await odoo.call('res.users', 'context_get', [], {}, { retry: true }));
    if (self.data?.uid !== uid) throw nobody();
  }

  return {
    getUser,
    createCustomerOdoo,
    async presumeUser(req, res, signal) {
      const known = session.findUser(req);
      if (!known) return { user: await getUser(req, res, signal), prove: async () => undefined };
      let proof: Promise<void> | undefined;
      return {
        user: known,
        prove() {
          proof ??= proveUser(createCustomerOdoo(req, res, signal), known);
          return proof;
        },
      };
    },
  };
}

const nobody = () => new OdooError('nobody is logged in', { code: 'odoo_session_expired' });
