import { Readable } from 'node:stream';
import got, { RequestError, TimeoutError } from 'got';
import type { HttpResponse } from '../lib/http.ts';
import { phrase as httpPhrase } from '../lib/texts.ts';
import { OdooError } from './faults.ts';
import type { JsonStream } from './json-stream.ts';
import { phrase } from './texts.ts';

export interface StreamRequest {
  readonly url: URL;
  readonly json: JsonStream;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds from the last byte sent to the answer; sending may take as long as it takes. */
  readonly timeoutMs: number;
}

/** Sends a request whose body is read while it is sent, so only once: it is never sent again. */
export async function postStream(request: StreamRequest): Promise<HttpResponse> {
  const { url, json, headers, signal, timeoutMs } = request;
  let sourceFault: { readonly error: unknown } | undefined;
  async function* body() {
    try {
      yield* json.pieces;
    } catch (error) {
      sourceFault = { error };
      throw error;
    }
  }
  try {
    const answer = await got.post(url, {
      body: Readable.from(body()),
      headers: {
        'content-type': 'application/json',
        ...(json.length === undefined ? {} : { 'content-length': String(json.length) }),
        ...headers,
      },
      ...(signal ? { signal } : {}),
      timeout: { connect: timeoutMs, response: timeoutMs },
      retry: { limit: 0 },
      throwHttpErrors: false,
      followRedirect: false,
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  } catch (error) {
    signal?.throwIfAborted();
    if (sourceFault) throw sourceFault.error;
    throw error instanceof RequestError ? notSent(error, url) : error;
  }
}

function notSent(error: RequestError, url: URL): OdooError {
  const isSlow = error instanceof TimeoutError;
  const { origin } = url;
  return new OdooError(
    isSlow
      ? httpPhrase('http.timeout', { url: origin })
      : phrase('odoo.cutOff', { url: origin, code: error.code }),
    {
      code: isSlow ? 'odoo_timeout' : 'odoo_unreachable',
      help: phrase('odoo.cutOff.help'),
      retryable: true,
      cause: error,
    },
  );
}
