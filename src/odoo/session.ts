import { z } from 'zod';
import type { Caller } from './caller.ts';
import { isOdooError, OdooError } from './faults.ts';
import type { Transport, TransportAnswer } from './transport.ts';

/** Who a session belongs to. */
export interface SessionUser {
  readonly uid: number;
  readonly partnerId: number;
  readonly name: string;
  readonly login: string;
  /** Odoo's language code, such as `nl_NL`. */
  readonly lang: string;
  /** IANA time zone, such as `Europe/Amsterdam`; undefined where the user has set none. */
  readonly timeZone: string | undefined;
  /** An employee (internal user) rather than a customer. */
  readonly isInternal: boolean;
}

export interface SessionOptions {
  readonly transport: Transport;
  readonly db: string;
}

export interface SessionRequest {
  /** The value of the cookie `session_id`. */
  readonly sessionId: string;
  /** The customer's address: Odoo counts failed logins by it. */
  readonly clientAddress?: string | undefined;
}

/** What Odoo learns of the browser in which a customer logs in. */
export interface LoginBrowser {
  /** Odoo counts failed logins by it. */
  readonly address?: string | undefined;
  /** IANA name: Odoo makes it the customer's own where it knows none, or at their first login. */
  readonly timeZone?: string | undefined;
  /** What a proxy would say of the address at which it was reached. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Sessions {
  /** The database whose users these are: their ids mean other people elsewhere. */
  readonly db: string;
  /**
   * Logs a customer in; `user` is undefined where the session still waits for a second factor, which Odoo asks for.
   * @throws OdooError `odoo_access_denied` (wrong login or password, or too many tries).
   */
  authenticate(
    login: string,
    password: string,
    browser?: LoginBrowser,
  ): Promise<{ readonly sessionId: string; readonly user: SessionUser | undefined }>;
  /** Whose session it is. @throws OdooError `odoo_session_expired` also for a visitor's. */
  user(request: SessionRequest, signal?: AbortSignal): Promise<SessionUser>;
  destroy(request: SessionRequest, signal?: AbortSignal): Promise<void>;
  /**
   * Odoo as that customer sees it: access lines and record rules decide.
   * `onRenewed` hears of a new session id; the browser must get it.
   */
  caller(request: SessionRequest, onRenewed?: (sessionId: string) => void): Caller;
}

const SessionInfo = z.object({
  db: z.string(),
  uid: z.number(),
  partner_id: z.number(),
  name: z.string(),
  username: z.string(),
  is_internal_user: z.boolean(),
  user_context: z.object({
    lang: z.string().optional(),
    tz: z.union([z.string(), z.literal(false)]).optional(),
  }),
});

const PendingLogin = z.object({ uid: z.null() });

/** Customers' own Odoo sessions, over the routes that Odoo's web client uses. */
export function createSessions({ transport, db }: SessionOptions): Sessions {
  function post(
    path: string,
    params: unknown,
    request: SessionRequest,
    retry: boolean,
    signal?: AbortSignal,
  ) {
    const headers = headersOf(request, transport.baseUrl);
    return transport.call({ path, params, retry, headers, signal }).catch((error: unknown) => {
      throw isRouteUnknown(error) ? expired(error) : error;
    });
  }

  return {
    db,
    async authenticate(login, password, { address, timeZone, headers } = {}) {
      const answer = await transport.call({
        path: '/web/session/authenticate',
        params: { db, login, password },
        retry: false,
        headers: {
          ...headersOf({ clientAddress: address }, transport.baseUrl),
          ...(timeZone === undefined ? {} : { cookie: `tz=${timeZone}` }),
          ...headers,
        },
      });
      const sessionId = findSessionId(answer);
      if (sessionId === undefined) {
        throw new OdooError('Odoo logged the user in but handed out no session', {
          code: 'odoo_server_error',
        });
      }
      const isPending = PendingLogin.safeParse(answer.result).success;
      return { sessionId, user: isPending ? undefined : parseUser(answer.result, db) };
    },
    async user(request, signal) {
      return parseUser((await post('/web/session/get_session_info', {}, request, true, signal)).result, db);
    },
    async destroy(request, signal) {
      await post('/web/session/destroy', {}, request, true, signal).catch((error: unknown) => {
        if (!isOdooError(error, 'odoo_session_expired')) throw error;
      });
    },
    caller(request, onRenewed) {
      return {
        async call(model, method, args, kwargs = {}, { retry = false, signal } = {}) {
          const path = `/web/dataset/call_kw/${model}/${method}`;
          const answer = await post(
            path,
            { model, method, args, kwargs },
            request,
            retry,
            signal ?? undefined,
          );
          const renewed = findSessionId(answer);
          if (renewed !== undefined && renewed !== request.sessionId) onRenewed?.(renewed);
          return answer.result;
        },
      };
    },
  };
}

/** Odoo reads X-Forwarded-For only beside an X-Forwarded-Host, and only with `proxy_mode`. */
function headersOf(
  { sessionId, clientAddress }: Partial<SessionRequest>,
  baseUrl: string,
): Readonly<Record<string, string>> {
  return {
    ...(sessionId === undefined ? {} : { cookie: `session_id=${encodeURIComponent(sessionId)}` }),
    ...(clientAddress === undefined
      ? {}
      : { 'x-forwarded-for': clientAddress, 'x-forwarded-host': new URL(baseUrl).host }),
  };
}

/**
 * Where one Odoo holds several databases, it is the session that names one. Once Odoo has forgotten it, no
 * database is left to look for the route in: the answer is a page "404 Not Found".
 */
function isRouteUnknown(error: unknown): boolean {
  return isOdooError(error, 'odoo_not_odoo') && error.httpStatus === 404;
}

function expired(cause?: unknown): OdooError {
  return new OdooError('this session belongs to nobody who is logged in', {
    code: 'odoo_session_expired',
    cause,
  });
}

function findSessionId({ setCookie }: TransportAnswer): string | undefined {
  for (const cookie of setCookie) {
    const value = /^session_id=([^;]+)/.exec(cookie)?.[1];
    if (value !== undefined) return decodeURIComponent(value);
  }
  return undefined;
}

/** A session of another database on the same server counts for nothing: its ids name other people. */
function parseUser(result: unknown, db: string): SessionUser {
  const info = SessionInfo.safeParse(result);
  if (!info.success || info.data.db !== db) {
    throw expired();
  }
  const { uid, partner_id, name, username, is_internal_user, user_context } = info.data;
  return {
    uid,
    partnerId: partner_id,
    name,
    login: username,
    lang: user_context.lang ?? 'en_US',
    timeZone: findTimeZone(user_context.tz),
    isInternal: is_internal_user,
  };
}

/** Odoo offers names of zones that not everybody knows, such as "Factory". */
export function findTimeZone(name: string | false | undefined): string | undefined {
  if (!name) return undefined;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}
