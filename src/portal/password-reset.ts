import type { Clock } from '../lib/clock.ts';
import { errorMessage } from '../lib/errors.ts';
import { createHttp } from '../lib/http.ts';
import type { Log } from '../lib/log.ts';
import { createRefreshed } from '../lib/refreshed.ts';

export const RESET_PATH = '/web/reset_password';
const FRESH_MS = 10 * 60_000;

/** Whether Odoo lets people set a new password by mail: where that is switched off, its page does not exist. */
export function createPasswordReset({
  odooUrl,
  clock,
  log,
}: {
  readonly odooUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}): () => boolean {
  const http = createHttp({ baseUrl: odooUrl, timeoutMs: 10_000, retries: 0 });
  return createRefreshed({
    first: false,
    read: async () => (await http.request({ method: 'GET', path: RESET_PATH, retry: false })).status === 200,
    freshMs: FRESH_MS,
    clock,
    onError: (error) => log.warn('the page for new passwords is not known', { reason: errorMessage(error) }),
  });
}
