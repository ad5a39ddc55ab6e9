import { parseCookie } from 'cookie';
import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import type { SessionUser } from '../odoo/session.ts';
import type { IdentityTokens } from './identity-token.ts';

/** Odoo's own cookie: where Odoo shares the host name, one login serves both. */
const SESSION_COOKIE = 'session_id';
const IDENTITY_COOKIE = 'supportdesk_user';
/** Two letters, chosen by a visitor, or where Odoo has not loaded the language. */
const LANGUAGE_COOKIE = 'supportdesk_lang';
/** Odoo's own pages go by this one before the user's language. */
const ODOO_LANGUAGE_COOKIE = 'frontend_lang';
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export type BrowserSession = ReturnType<typeof createBrowserSession>;

/** The cookies that tell whose browser it is. A change counts for the rest of the same request, too. */
export function createBrowserSession(tokens: IdentityTokens, isSecure: boolean) {
  const cookieOptions: CookieOptions = {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
    maxAge: WEEK_MS,
  };

  /** A page asks several times who reads it. */
  const found = new WeakMap<
    Request,
    { readonly token: string; readonly sessionId: string; readonly user: SessionUser | undefined }
  >();

  function set(req: Request, res: Response, name: string, value: string): void {
    req.cookies[name] = value;
    res.cookie(name, value, cookieOptions);
  }

  function clear(req: Request, res: Response, name: string): void {
    if (req.cookies[name] === undefined) return;
    delete req.cookies[name];
    res.clearCookie(name, { ...cookieOptions, maxAge: undefined });
  }

  return {
    /** Reads the cookies; everything below needs it to have run. */
    read: ((req, _res, next) => {
      req.cookies = parseCookie(req.headers.cookie ?? '');
      next();
    }) satisfies RequestHandler,
    findId: (req: Request): string | undefined => cookieOf(req, SESSION_COOKIE),
    findUser(req: Request): SessionUser | undefined {
      const sessionId = cookieOf(req, SESSION_COOKIE);
      const token = cookieOf(req, IDENTITY_COOKIE);
      if (!sessionId || !token) return undefined;
      const known = found.get(req);
      if (known?.token === token && known.sessionId === sessionId) return known.user;
      const user = tokens.find(token, sessionId);
      found.set(req, { token, sessionId, user });
      return user;
    },
    start(req: Request, res: Response, sessionId: string, user: SessionUser): void {
      set(req, res, SESSION_COOKIE, sessionId);
      set(req, res, IDENTITY_COOKIE, tokens.sign(user, sessionId));
    },
    /** A session that waits for its second factor: Odoo asks for it, and it is nobody's until then. */
    startWaiting(req: Request, res: Response, sessionId: string): void {
      clear(req, res, IDENTITY_COOKIE);
      set(req, res, SESSION_COOKIE, sessionId);
    },
    remember(req: Request, res: Response, user: SessionUser): void {
      const sessionId = cookieOf(req, SESSION_COOKIE);
      if (sessionId) set(req, res, IDENTITY_COOKIE, tokens.sign(user, sessionId));
    },
    findLanguage: (req: Request): string | undefined => cookieOf(req, LANGUAGE_COOKIE),
    /** Undefined follows Odoo again. */
    chooseLanguage(req: Request, res: Response, language: string | undefined): void {
      if (language === undefined) clear(req, res, LANGUAGE_COOKIE);
      else set(req, res, LANGUAGE_COOKIE, language);
    },
    /** Odoo's pages on the same host name change their language, too; `lang` is Odoo's code. */
    chooseOdooLanguage: (req: Request, res: Response, lang: string): void =>
      set(req, res, ODOO_LANGUAGE_COOKIE, lang),
    /** The session is over in Odoo: without this, the login page would take the visitor for logged in. */
    forget: (req: Request, res: Response): void => clear(req, res, IDENTITY_COOKIE),
    end(req: Request, res: Response): void {
      clear(req, res, SESSION_COOKIE);
      clear(req, res, IDENTITY_COOKIE);
    },
  };
}

function cookieOf(req: Request, name: string): string | undefined {
  return req.cookies[name];
}
