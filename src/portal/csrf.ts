import { doubleCsrf } from 'csrf-csrf';
import type { Request, Response } from 'express';
import { deriveKey } from './derive-key.ts';
import type { BrowserSession } from './session.ts';

export const CSRF_FIELD = 'csrf_token';

export interface Csrf {
  /** The token for this page's forms. */
  token(req: Request, res: Response): string;
  isValid(req: Request): boolean;
}

/** Double submit: a form's field must equal a cookie whose signature covers the session's id. */
export function createCsrf(cookieSecret: string, session: BrowserSession, isSecure: boolean): Csrf {
  const secret = deriveKey(cookieSecret, 'csrf');
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (req) => session.findId(req) ?? 'visitor',
    cookieName: 'supportdesk_csrf',
    // Lax, not strict: a link in a mail must not replace the token of a form that is open in another tab.
    cookieOptions: { sameSite: 'lax', secure: isSecure, path: '/', httpOnly: true },
    getCsrfTokenFromRequest: (req) => {
      const field: unknown = req.body?.[CSRF_FIELD];
      return typeof field === 'string' ? field : undefined;
    },
  });
  return { token: generateCsrfToken, isValid: validateRequest };
}
