import type { Request, Response } from 'express';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo, type Odoo } from '../odoo/model-api.ts';
import type { Sessions, SessionUser } from '../odoo/session.ts';
import type { BrowserSession } from './session.ts';

export interface Access {
  /**
   * Who asks. `fresh` puts the question to Odoo, not to the cookie.
   * @throws OdooError `odoo_session_expired` where nobody is logged in.
   */
  getUser(
    req: Request,
    res: Response,
    options: { readonly fresh: boolean; readonly signal: AbortSignal },
  ): Promise<SessionUser>;
  /** Odoo through the customer's own session. */
  createCustomerOdoo(req: Request, res: Response, signal: AbortSignal): Odoo;
}

export function createAccess(sessions: Sessions, session: BrowserSession): Access {
  function getSessionId(req: Request): string {
    const sessionId = session.findId(req);
    if (sessionId) return sessionId;
    throw new OdooError('nobody is logged in', { code: 'odoo_session_expired' });
  }

  return {
    async getUser(req, res, { fresh, signal }) {
      const sessionId = getSessionId(req);
      const known = fresh ? undefined : session.findUser(req);
      if (known) return known;
      const user = await sessions.user({ sessionId, clientAddress: req.ip }, signal);
      if (!res.headersSent) session.remember(req, res, user);
      return user;
    },
    createCustomerOdoo(req, res, signal) {
      const user = session.findUser(req);
      const onRenewed = (sessionId: string): void => {
        if (user && !res.headersSent) session.start(req, res, sessionId, user);
      };
      const caller = sessions.caller({ sessionId: getSessionId(req), clientAddress: req.ip }, onRenewed);
      return createOdoo(caller).with({ signal });
    },
  };
}
