import { AppError } from '../lib/errors.ts';
import type { Caller } from './caller.ts';
import { findLoginOrigin } from './login-origin.ts';
import { createSessions, type Sessions } from './session.ts';
import type { Transport } from './transport.ts';

export interface Account {
  readonly db: string;
  readonly username: string;
  /** A password or an API key. */
  readonly password: string;
}

/** A session while Odoo knows it. Several calls may go through it at once: Odoo only looks at it. */
export interface OpenSession {
  /** Odoo may hand out another one with any answer. */
  id: string;
  /** That went through it well. */
  calls: number;
}

/** Where calls go that no session carries yet. */
export interface PlainWay {
  readonly transport: Transport;
  readonly service: Caller;
}

/** One session for all clients of an account. */
export interface ServiceSession {
  current(): OpenSession | undefined;
  /** A call went by `/jsonrpc`: after some of them a session is opened, and nobody waits for it. */
  noteCall(way: PlainWay): void;
  /** Odoo does not know it any more. */
  forget(session: OpenSession): void;
  /** Lets Odoo forget it. */
  close(): Promise<void>;
}

/** To log in costs Odoo as much as twenty calls save, so whoever asks a few things does without a session. */
const CALLS_BEFORE = 10;
/** One that ended after fewer calls does not last here: several copies of Odoo do not share them, say. */
const CALLS_THAT_PAY = 30;
/** Longer nobody waits at the end; Odoo forgets a session by itself, in a week. */
const GOODBYE_MS = 2_000;

/**
 * The session that an account's calls go through instead of `/jsonrpc`, where Odoo asks for the password anew each time.
 * It is cheaper, and no more than that: whatever stands in its way (an API key, a second factor, a `dbfilter`), calls go
 * by `/jsonrpc`, and it is not tried again.
 */
export function createServiceSession(
  { db, username, password }: Account,
  { callsBefore = CALLS_BEFORE }: { readonly callsBefore?: number } = {},
): ServiceSession {
  let open: { readonly session: OpenSession; readonly sessions: Sessions } | undefined;
  let opening: Promise<void> | undefined;
  let isRefused = false;
  let calls = 0;

  async function logIn({ transport, service }: PlainWay): Promise<void> {
    const origin = await findLoginOrigin(service, transport.baseUrl);
    if (!origin.keeps) {
      isRefused = true;
      return;
    }
    const sessions = createSessions({ transport, db });
    const { sessionId } = await sessions.authenticate(username, password, { headers: origin.headers });
    const session: OpenSession = { id: sessionId, calls: 0 };
    const caller = sessions.caller({ sessionId }, (id) => {
      session.id = id;
    });
    // One that waits for a second factor, or that Odoo does not take at this address, shows it here.
    await caller.call('res.users', 'context_get', []);
    open = { session, sessions };
  }

  return {
    current: () => open?.session,
    noteCall(way) {
      calls += 1;
      if (isRefused || open || opening || calls < callsBefore) return;
      calls = 0;
      opening = logIn(way)
        .catch((error: unknown) => {
          isRefused = !(error instanceof AppError && error.retryable);
        })
        .finally(() => {
          opening = undefined;
        });
    },
    forget(session) {
      // Of several calls that were under way, the first has forgotten it already.
      if (open?.session !== session) return;
      open = undefined;
      isRefused = session.calls < CALLS_THAT_PAY;
    },
    async close() {
      const last = open;
      isRefused = true;
      open = undefined;
      await last?.sessions
        .destroy({ sessionId: last.session.id }, AbortSignal.timeout(GOODBYE_MS))
        .catch(() => undefined);
    },
  };
}
