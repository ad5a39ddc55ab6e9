import type { ErrorRequestHandler, Request, Response } from 'express';
import createHttpError from 'http-errors';
import { AppError, errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import type { PortalKey } from '../lib/text-key.ts';
import { isOdooError } from '../odoo/faults.ts';
import { type Failure, type FailureKind, FILE_LOST, mapFailure } from './failure.ts';
import { loginPage } from './login-page.ts';
import { LOGIN_PATH } from './login-routes.ts';
import type { SendPage } from './pages.ts';
import { hiddenFieldsOf, type PendingForm } from './pending-form.ts';
import { page } from './reply.ts';
import { safeRedirect } from './safe-redirect.ts';
import type { BrowserSession } from './session.ts';
import { labelShown } from './shown.ts';

const RETRY_AFTER_SECONDS = 30;
const AGAIN: ReadonlySet<FailureKind> = new Set(['tooMany', 'unavailable', 'failed']);

/** The same for what is missing and for what belongs to somebody else. */
export function notFound(): Error {
  return createHttpError(404);
}

/** For a link that opens nothing any more, or never did. */
export function linkGone(): Error {
  return createHttpError(410);
}

/** Odoo knows a file, and has lost what is in it. */
export function fileLost(cause: unknown): Error {
  return createHttpError(404, 'the file is lost', { code: FILE_LOST, cause });
}

/** The one place where an error of a request becomes a page and a line in the log. */
export function createErrorHandler(
  sendPage: SendPage,
  session: BrowserSession,
  log: Log,
  home: string,
): ErrorRequestHandler {
  // Four parameters, or Express takes it for a page: nothing is ever left to Express, which writes raw stacks.
  return (error, req, res, _next) => {
    if (res.headersSent) {
      // Half an answer is out: its reader must not take it for a whole one.
      logFailure(log, mapFailure(error), error, req);
      res.destroy();
      return;
    }
    try {
      answer(error, req, res);
    } catch (fault) {
      logFailure(log, { kind: 'failed', status: 500 }, fault, req);
      if (res.headersSent) res.destroy();
      else res.status(500).type('text').send('Something went wrong.');
    }
  };

  function answer(error: unknown, req: Request, res: Response): void {
    if (isOdooError(error, 'odoo_session_expired')) {
      sendToLogin(req, res);
      return;
    }
    const failure = mapFailure(error);
    logFailure(log, failure, error, req);
    if (failure.kind === 'unavailable') res.set('retry-after', String(RETRY_AFTER_SECONDS));
    sendPage(req, res, page('error', mapErrorPage(failure.kind, req, res.locals.form, home), failure.status));
  }

  function sendToLogin(req: Request, res: Response): void {
    session.forget(req, res);
    const form = res.locals.form;
    if (form) {
      sendPage(req, res, loginPage({ redirect: safeRedirect(form.action, home), form, status: 401 }));
      return;
    }
    const redirect = req.method === 'GET' ? safeRedirect(req.originalUrl, home) : home;
    const query = redirect === home ? '' : `?${new URLSearchParams({ redirect })}`;
    res.redirect(303, `${LOGIN_PATH}${query}`);
  }
}

function logFailure(log: Log, { kind, status }: Failure, error: unknown, req: Request): void {
  if (status < 500 && kind !== 'forbidden') return;
  const code = error instanceof AppError ? error.code : undefined;
  const details = { path: req.path, code, reason: errorMessage(error) };
  if (kind === 'failed' || kind === 'refused') {
    log.error('a page failed', { ...details, stack: error instanceof Error ? error.stack : undefined });
  } else {
    log.warn(kind === 'forbidden' ? 'Odoo refused a page' : 'Odoo cannot be used', details);
  }
}

/** A page offers what may help: the same once more where that is worth a try, and no way back to itself. */
function mapErrorPage(kind: FailureKind, req: Request, form: PendingForm | undefined, home: string) {
  const [title, text]: readonly PortalKey[] = [`error.${kind}.title`, `error.${kind}.text`];
  const path = req.method === 'GET' ? safeRedirect(req.originalUrl, home) : undefined;
  return {
    title,
    text,
    again: !form && AGAIN.has(kind) ? path : undefined,
    hasHome: path !== home,
    form: form && {
      action: form.action,
      lostFiles: form.lostFiles,
      hidden: Object.entries(hiddenFieldsOf(form)).map(([name, value]) => ({ name, value })),
      typed: Object.entries(form.labels).flatMap(([name, label]) =>
        form.fields[name] ? [{ label: labelShown(label), value: form.fields[name] }] : [],
      ),
    },
  };
}
