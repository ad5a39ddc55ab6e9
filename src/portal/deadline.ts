import { OdooError } from '../odoo/faults.ts';

/**
 * Gives up waiting after `ms`: a customer gets a page that says so instead of a spinning browser. What listens
 * to the signal stops; what does not (a write under way) runs on unheard. Work that is done in time leaves no timer
 * behind, and its signal alone: a file may be sent for longer than a page may take.
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooSlow(ms);
      reject(error);
      controller.abort(error);
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

function tooSlow(ms: number): OdooError {
  return new OdooError(`Odoo did not answer within ${ms} ms`, { code: 'odoo_timeout', retryable: true });
}
