import { OdooError } from '../odoo/faults.ts';

/**
 * Gives up waiting after `ms`: a customer gets a page that says so instead of a spinning browser. What listens
 * to the signal stops; what does not (a write under way) runs on unheard.
 */
export function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  const expired = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(tooSlow(ms)), { once: true });
  });
  return Promise.race([work(signal), expired]);
}

function tooSlow(ms: number): OdooError {
  return new OdooError(`Odoo did not answer within ${ms} ms`, { code: 'odoo_timeout', retryable: true });
}
