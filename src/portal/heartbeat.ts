import type { Caller } from '../odoo/caller.ts';
import { isOdooError, type OdooErrorCode } from '../odoo/faults.ts';
import type { Sessions } from '../odoo/session.ts';

export interface Heartbeat {
  /** When Odoo last answered anybody, on the clock of `performance`. */
  lastAnswer(): number;
  /** The same caller or sessions, listened to. */
  listen(caller: Caller): Caller;
  listenAll(sessions: Sessions): Sessions;
}

/** Tells an Odoo that is busy with others from one that is gone: whether it answers at all. */
export function createHeartbeat(): Heartbeat {
  let last = Number.NEGATIVE_INFINITY;

  async function heard<T>(answer: Promise<T>): Promise<T> {
    try {
      const result = await answer;
      last = performance.now();
      return result;
    } catch (error) {
      if (isOdooError(error) && !SILENCE.has(error.code)) last = performance.now();
      throw error;
    }
  }

  function listen(caller: Caller): Caller {
    return { call: (...call) => heard(caller.call(...call)) };
  }

  return {
    lastAnswer: () => last,
    listen,
    listenAll: (sessions) => ({
      db: sessions.db,
      authenticate: (...login) => heard(sessions.authenticate(...login)),
      user: (...request) => heard(sessions.user(...request)),
      destroy: (request) => heard(sessions.destroy(request)),
      caller: (...request) => listen(sessions.caller(...request)),
    }),
  };
}

/** Whoever refuses does answer; these come from the way to Odoo, or from an Odoo that can look nothing up. */
const SILENCE: ReadonlySet<OdooErrorCode> = new Set([
  'odoo_unreachable',
  'odoo_timeout',
  'odoo_busy',
  'odoo_too_large',
  'odoo_not_odoo',
  'odoo_database',
]);
