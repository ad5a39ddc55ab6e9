import { type NextFunction, type Request, type Response, Router } from 'express';
import { isOdooError } from '../odoo/faults.ts';
import type { Sessions } from '../odoo/session.ts';
import type { Csrf } from './csrf.ts';
import { type Patience, withDeadline } from './deadline.ts';
import { isUnavailable } from './failure.ts';
import { parseFields } from './fields.ts';
import { type LoginState, loginPage } from './login-page.ts';
import type { SendPage } from './pages.ts';
import { findStoredFields, LOST_FILES_FIELD } from './pending-form.ts';
import type { RateLimits } from './rate-limit.ts';
import { safeRedirect } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';

export const LOGIN_PATH = '/supportdesk/login';

export interface LoginRoutesOptions {
  readonly sessions: Sessions;
  readonly session: BrowserSession;
  readonly csrf: Csrf;
  readonly sendPage: SendPage;
  readonly limits: Pick<RateLimits, 'login' | 'visit'>;
  /** Where Odoo asks for a second factor; undefined where it has another address, and cookies of its own. */
  readonly odooUrl: string | undefined;
  readonly patience: Patience;
  /** Where one comes who asked for no page. */
  readonly home: string;
  /** The addons' routes: a form that was kept through the login is shown by its own page. */
  readonly customerRoutes: Router;
}

export function createLoginRoutes(options: LoginRoutesOptions): Router {
  const { sessions, session, csrf, sendPage, odooUrl, patience, home } = options;
  const router = Router();

  router.get(LOGIN_PATH, (req, res) => {
    const redirect = safeRedirect(parseFields(req.query).redirect, home);
    if (session.findUser(req)) return res.redirect(303, redirect);
    sendPage(req, res, loginPage({ redirect }));
  });

  router.post(LOGIN_PATH, options.limits.login, async (req, res, next) => {
    const { login = '', password = '', ...fields } = parseFields(req.body);
    const redirect = safeRedirect(fields.redirect, home);
    const storedFields = findStoredFields(fields.stored_fields);
    const { [LOST_FILES_FIELD]: lostFiles, ...kept } = storedFields ?? {};
    const form = storedFields && { action: redirect, fields: kept, lostFiles, labels: {} };
    const retry = (state: Omit<LoginState, 'redirect'>): void =>
      sendPage(req, res, loginPage({ redirect, login, form, ...state }));

    if (!csrf.isValid(req)) return retry({ status: 403, error: 'login.error.expired' });
    if (login.trim() === '' || password === '') return retry({ status: 422, error: 'login.error.empty' });
    try {
      const started = await withDeadline(patience, () =>
        sessions.authenticate(login.trim(), password, {
          address: req.ip,
          timeZone: findTimeZone(fields.time_zone),
        }),
      );
      if (!started.user) {
        if (odooUrl === undefined) return retry({ status: 401, error: 'login.error.twoFactor' });
        session.startWaiting(req, res, started.sessionId);
        return res.redirect(303, `${odooUrl}/web/login/totp?${new URLSearchParams({ redirect })}`);
      }
      session.start(req, res, started.sessionId, started.user);
      session.chooseLanguage(req, res, undefined);
    } catch (error) {
      return retry(mapLoginError(error));
    }
    if (!storedFields) return res.redirect(303, redirect);
    showAgain(req, res, next, redirect, storedFields);
  });

  router.post('/supportdesk/logout', options.limits.visit, async (req, res) => {
    const sessionId = session.findId(req);
    if (sessionId && csrf.isValid(req)) {
      // The browser forgets first: it must, also when Odoo cannot be told.
      session.end(req, res);
      await withDeadline(patience, () => sessions.destroy({ sessionId }));
    }
    res.redirect(303, LOGIN_PATH);
  });

  return router;

  function showAgain(
    req: Request,
    res: Response,
    next: NextFunction,
    action: string,
    fields: Readonly<Record<string, string>>,
  ): void {
    req.url = action;
    req.body = fields;
    res.locals.isRestored = true;
    options.customerRoutes(req, res, next);
  }
}

/** As a script fills it in; it goes on in a header, so it must be a name and nothing else. */
function findTimeZone(name = ''): string | undefined {
  return /^[A-Za-z][\w+-]{0,31}(?:\/[\w+-]{1,32}){0,2}$/.test(name) ? name : undefined;
}

/** What the login page says. @throws the error itself where the login page has no answer to it. */
function mapLoginError(error: unknown): Omit<LoginState, 'redirect'> {
  if (isOdooError(error, 'odoo_access_denied')) return { status: 401, error: 'login.error.denied' };
  if (isUnavailable(error)) return { status: 503, error: 'login.error.unavailable' };
  throw error;
}
