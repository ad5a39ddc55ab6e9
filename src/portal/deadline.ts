import { OdooError } from '../odoo/faults.ts';

export interface Patience {
  /** Milliseconds without an answer until somebody is told so. */
  readonly ms: number;
  /** Where many ask at once, Odoo answers one after the other: while it does, each waits their turn, for so long at most. */
  readonly crowd?: { readonly ms: number; readonly lastAnswer: () => number };
}

/** Milliseconds: of silence, and for who waits their turn in a crowd; proxies cut off after a minute unless told. */
export const PATIENCE = { ms: 10_000, crowdMs: 45_000 } as const;

/**
 * Gives up waiting: a customer gets a page that says so instead of a spinning browser. What listens to the signal
 * stops; what does not (a write under way) runs on unheard. Work that is done in time leaves no timer behind, and
 * its signal alone: a file may be sent for longer than a page may take.
 */
export async function withDeadline<T>(
  patience: Patience,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    function check(): void {
      const left = endOf(patience, started) - performance.now();
      if (left > 0) {
        timer = setTimeout(check, Math.ceil(left));
        return;
      }
      const error = tooSlow(performance.now() - started);
      reject(error);
      controller.abort(error);
    }
    check();
  });
  try {
    return await Promise.race([work(controller.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** When to give up, as far as is known now. */
function endOf({ ms, crowd }: Patience, started: number): number {
  if (!crowd) return started + ms;
  return Math.min(Math.max(started, crowd.lastAnswer()) + ms, started + Math.max(ms, crowd.ms));
}

function tooSlow(ms: number): OdooError {
  return new OdooError(`Odoo did not answer within ${Math.round(ms)} ms`, {
    code: 'odoo_timeout',
    retryable: true,
  });
}
