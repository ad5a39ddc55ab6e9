import { once } from 'node:events';
import { Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Duplex, finished } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import got, { type Method, RequestError, TimeoutError } from 'got';
import pLimit from 'p-limit';
import { AppError } from './errors.ts';
import { parseRetryAfter } from './parse-retry-after.ts';
import { retryDelay } from './retry-delay.ts';
import { phrase } from './texts.ts';

export interface HttpOptions {
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until a request is given up, connection and answer included. */
  readonly timeoutMs?: number;
  /** Requests under way at once; more wait their turn. */
  readonly concurrency?: number;
  /** How often a request that may be sent twice is sent again. */
  readonly retries?: number;
  /** Milliseconds before it is. */
  readonly delayOf?: (attempt: number, retryAfterMs: number | undefined) => number;
}

export interface HttpRequest {
  readonly method: Method;
  readonly path: string;
  readonly json?: unknown;
  readonly searchParams?: Readonly<Record<string, string | number | boolean>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only for requests that are safe to send twice. */
  readonly retry: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** An answer whose body comes piece by piece and is to be read to its end. */
export interface HttpStream extends Omit<HttpResponse, 'body'> {
  readonly body: AsyncIterable<Uint8Array>;
}

export type Http = ReturnType<typeof createHttp>;

/** No answer came: refused, reset, not found, or too slow. */
export class HttpError extends AppError {
  override readonly name = 'HttpError';
}

const RETRIED_STATUS = [429, 502, 503, 504];
const RETRIED_NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
];

/** Idle connections go before a server closes them: a request sent into a closing one is lost. */
const IDLE_MS = 4_000;

/**
 * One keep-alive connection pool to one server. Answers of any status come back as they are; only a missing
 * answer is an error. Retries: network faults and {@link RETRIED_STATUS}, with back-off and jitter, and only
 * where the request says that it may be sent twice.
 */
export function createHttp(options: HttpOptions) {
  const concurrency = options.concurrency ?? 4;
  const retries = options.retries ?? 3;
  const delayOf = options.delayOf ?? retryDelay;
  const agent = {
    http: new HttpAgent({ keepAlive: true, maxSockets: concurrency, timeout: IDLE_MS }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: concurrency, timeout: IDLE_MS }),
  };
  const timeoutMs = options.timeoutMs ?? 30_000;
  const limit = pLimit(concurrency);
  const client = got.extend({
    agent,
    ...(options.headers ? { headers: options.headers } : {}),
    throwHttpErrors: false,
    // We retry ourselves: on Node 24 got gives up on a refused connection while it waits to try again.
    retry: { limit: 0 },
    followRedirect: false,
    decompress: true,
  });

  function settingsOf(request: HttpRequest) {
    return {
      method: request.method,
      ...(request.json === undefined ? {} : { json: request.json }),
      ...(request.searchParams ? { searchParams: request.searchParams } : {}),
      ...(request.headers ? { headers: request.headers } : {}),
      ...(request.signal ? { signal: request.signal } : {}),
    };
  }

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const answer = await client(new URL(request.path, options.baseUrl), {
      ...settingsOf(request),
      timeout: { request: timeoutMs },
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  /** However long the body is, each of its pieces must come in time. */
  async function open(request: HttpRequest): Promise<HttpStream> {
    const body = client.stream(new URL(request.path, options.baseUrl), {
      ...settingsOf({ ...request, signal: undefined }),
      timeout: { response: timeoutMs, socket: timeoutMs },
    });
    breakOff(body, request.signal);
    const [answer]: readonly IncomingMessage[] = await once(body, 'response');
    const status = answer?.statusCode ?? 0;
    // Nobody reads what an error says; unread, it would keep its connection.
    if (status > 299) body.resume();
    return { status, headers: answer?.headers ?? {}, body };
  }

  async function patiently<A extends Pick<HttpResponse, 'status' | 'headers'>>(
    send: (request: HttpRequest) => Promise<A>,
    request: HttpRequest,
  ): Promise<A> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = !request.retry || attempt > retries;
      const answer = await send(request).catch((error: unknown) => {
        if (isLast || !isNetworkFault(error)) throw error;
        return undefined;
      });
      if (answer && (isLast || !RETRIED_STATUS.includes(answer.status))) return answer;
      const wait = delayOf(attempt, parseRetryAfter(answer?.headers['retry-after'], Date.now()));
      await setTimeout(wait, undefined, request.signal ? { signal: request.signal } : {});
    }
  }

  async function whole<A extends Pick<HttpResponse, 'status' | 'headers'>>(
    send: (request: HttpRequest) => Promise<A>,
    request: HttpRequest,
  ): Promise<A> {
    return limit(() => patiently(send, request)).catch((error: unknown) => {
      throw request.signal?.aborted ? error : asHttpError(error, options.baseUrl);
    });
  }

  return {
    baseUrl: options.baseUrl,
    request: (request: HttpRequest): Promise<HttpResponse> => whole(send, request),
    /** For answers that may be large. */
    open: (request: HttpRequest): Promise<HttpStream> => whole(open, request),
    close(): void {
      agent.http.destroy();
      agent.https.destroy();
    },
  };
}

/** By our own hand: got raises an error even where the signal is aborted after the end. */
function breakOff(body: Duplex, signal: AbortSignal | undefined): void {
  if (!signal) return;
  const stop = () => body.destroy(signal.reason instanceof Error ? signal.reason : undefined);
  signal.addEventListener('abort', stop, { once: true });
  finished(body, () => signal.removeEventListener('abort', stop));
  if (signal.aborted) stop();
}

const isNetworkFault = (error: unknown) =>
  error instanceof RequestError && RETRIED_NETWORK.includes(error.code);

function asHttpError(error: unknown, baseUrl: string): unknown {
  if (error instanceof TimeoutError) {
    return new HttpError(phrase('http.timeout', { url: baseUrl }), {
      code: 'http_timeout',
      help: phrase('http.timeout.help'),
      retryable: true,
      cause: error,
    });
  }
  if (error instanceof RequestError) {
    return new HttpError(phrase('http.unreachable', { url: baseUrl, code: error.code }), {
      code: 'http_unreachable',
      help: phrase('http.unreachable.help'),
      retryable: true,
      cause: error,
    });
  }
  return error;
}
