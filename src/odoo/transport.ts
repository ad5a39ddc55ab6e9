import { z } from 'zod';
import { createHttp, HttpError, type HttpResponse } from '../lib/http.ts';
import { abortable } from './abortable.ts';
import { Fault, mapFault, OdooError } from './faults.ts';
import { findJsonStream } from './json-stream.ts';
import { postStream } from './stream-http.ts';
import { phrase } from './texts.ts';

export interface TransportOptions {
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  /** Requests under way at once. */
  readonly concurrency?: number;
  readonly retries?: number;
}

export interface TransportCall {
  readonly path: string;
  readonly params: unknown;
  /** True only where the call may reach Odoo twice without harm. */
  readonly retry: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface TransportAnswer {
  readonly result: unknown;
  /** Odoo may hand out a new session with any answer. */
  readonly setCookie: readonly string[];
}

export interface Transport {
  readonly baseUrl: string;
  /** One JSON-RPC call. @throws OdooError for every way in which it can fail. */
  call(call: TransportCall): Promise<TransportAnswer>;
  close(): void;
}

const Envelope = z.object({ result: z.unknown().optional(), error: Fault.optional() });

/** JSON-RPC over one keep-alive connection pool, shared by the service account and the customers. */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, timeoutMs = 30_000 } = options;
  const http = createHttp(options);

  function send({ path, params, retry, headers, signal }: TransportCall): Promise<HttpResponse> {
    const json = { jsonrpc: '2.0', method: 'call', params };
    const stream = findJsonStream(json);
    // A file may take long, so it holds none of the pool's places.
    if (stream) return postStream({ url: new URL(path, baseUrl), json: stream, headers, signal, timeoutMs });
    return http.request({ method: 'POST', path, json, retry, ...(headers ? { headers } : {}), signal });
  }

  return {
    baseUrl,
    async call(call) {
      call.signal?.throwIfAborted();
      const response = await abortable(send(call), call.signal).catch((error: unknown) => {
        throw error instanceof HttpError ? asOdooError(error) : error;
      });
      return { result: parseEnvelope(response, baseUrl), setCookie: parseSetCookie(response) };
    },
    close: http.close,
  };
}

function parseEnvelope(response: HttpResponse, baseUrl: string): unknown {
  const envelope = Envelope.safeParse(parseJson(response.body));
  if (!envelope.success) throw notJsonRpc(response, baseUrl);
  if (envelope.data.error) throw mapFault(envelope.data.error);
  return envelope.data.result;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function notJsonRpc(response: HttpResponse, baseUrl: string): OdooError {
  if ([429, 502, 503, 504].includes(response.status)) {
    return new OdooError(phrase('odoo.busy', { url: baseUrl, status: response.status }), {
      code: 'odoo_busy',
      help: phrase('odoo.busy.help'),
      retryable: true,
    });
  }
  if (response.status === 413) {
    return new OdooError(phrase('odoo.tooLarge', { url: baseUrl }), {
      code: 'odoo_too_large',
      help: phrase('odoo.tooLarge.help'),
    });
  }
  return new OdooError(phrase('odoo.notOdoo', { url: baseUrl, status: response.status }), {
    code: 'odoo_not_odoo',
    httpStatus: response.status,
    help: phrase('odoo.notOdoo.help'),
  });
}

function asOdooError(error: HttpError): OdooError {
  return new OdooError(error.what, {
    code: error.code === 'http_timeout' ? 'odoo_timeout' : 'odoo_unreachable',
    ...(error.remedy === undefined ? {} : { help: error.remedy }),
    retryable: true,
    cause: error,
  });
}

function parseSetCookie(response: HttpResponse): readonly string[] {
  const header = response.headers['set-cookie'];
  if (header === undefined) return [];
  return typeof header === 'string' ? [header] : header;
}
