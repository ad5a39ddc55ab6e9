import type { Request, Response } from 'express';

/** What goes wrong on the next requests, instead of (or before) the answer. */
export interface Failure {
  /** How many matching requests it hits; 1 unless told. */
  readonly times?: number;
  readonly status?: number;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Wait so long; without a status the true answer follows. */
  readonly delayMs?: number;
  /** Close the connection without an answer. */
  readonly hangUp?: boolean;
  readonly match?: { readonly method?: string; readonly path?: string | RegExp };
}

/** What Zammad answers to a search while its search engine is down: nothing found, and no word of it. */
export const emptyList: Failure = { status: 200, body: '[]', contentType: 'application/json' };

/** The answer breaks off. */
export const truncated: Failure = { status: 200, body: '[{"id": 2, "tit', contentType: 'application/json' };

/** Another product, or a login page, in place of Zammad. */
export const htmlPage: Failure = { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' };

export interface Failures {
  add(failure: Failure): void;
  /** True when the request has been dealt with. */
  intercept(request: Request, response: Response): Promise<boolean>;
}

export function createFailures(): Failures {
  const pending: { failure: Failure; left: number }[] = [];

  return {
    add: (failure) => pending.push({ failure, left: failure.times ?? 1 }),
    async intercept(request, response) {
      const hit = pending.find(({ failure, left }) => left > 0 && isHit(failure, request));
      if (!hit) return false;
      hit.left -= 1;
      return answer(hit.failure, request, response);
    },
  };
}

function isHit({ match }: Failure, request: Request): boolean {
  if (match?.method && match.method !== request.method) return false;
  if (match?.path === undefined) return true;
  return typeof match.path === 'string' ? request.path.includes(match.path) : match.path.test(request.path);
}

async function answer(failure: Failure, request: Request, response: Response): Promise<boolean> {
  if (failure.delayMs) await new Promise((resolve) => setTimeout(resolve, failure.delayMs));
  if (failure.hangUp) {
    request.socket.destroy();
    return true;
  }
  if (failure.status === undefined) return false;
  response
    .status(failure.status)
    .set({ ...failure.headers, 'Content-Type': failure.contentType ?? 'text/html; charset=utf-8' })
    .send(failure.body ?? `<html><body><h1>${failure.status}</h1><p>nginx</p></body></html>`);
  return true;
}
