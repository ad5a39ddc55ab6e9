import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, htmlAnswer, type Request, readRequest, sendAnswer } from './exchange.ts';

/** What a request is about, for whoever counts or breaks requests. */
export interface CallInfo {
  readonly path: string;
  readonly model?: string;
  readonly method?: string;
  readonly uid?: number;
  /** What a server action is asked by, in the context of its call. */
  readonly asked?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A failure to show instead of the answer, for the next requests that match. */
export interface Fault {
  /** How many of them; 1 unless told. */
  readonly times?: number;
  /** Without a status and a body the true answer follows. */
  readonly status?: number;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Nothing happens before. */
  readonly until?: Promise<unknown>;
  /** Closes the connection without an answer. */
  readonly hangUp?: boolean;
  /** The true answer breaks off in the middle. */
  readonly cutShort?: boolean;
  /** The request is carried out first; only its answer is lost. */
  readonly afterExecution?: boolean;
  /** A path needs to be named in part only, and of a query what matters. */
  readonly match?: {
    readonly model?: string;
    readonly method?: string;
    readonly asked?: string;
    readonly path?: string | RegExp;
    readonly query?: Readonly<Record<string, string>>;
    readonly when?: (call: CallInfo) => boolean;
  };
}

export interface BreakableServer<Call extends CallInfo> {
  readonly url: string;
  /** Every request since the start or the last `clearRequests`, in order of arrival. */
  readonly requests: readonly Call[];
  clearRequests(): void;
  /** Breaks the next requests that match. */
  fail(fault: Fault): void;
  /** Takes back what was to be broken. */
  mend(): void;
  close(): Promise<void>;
}

export interface BreakableServerOptions<Call extends CallInfo> {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  describe(request: Request): Call;
  answer(request: Request, call: Call): Answer | Promise<Answer>;
}

/** A server that remembers what it was asked, and fails where a test wants it to. */
export async function startBreakableServer<Call extends CallInfo>(
  options: BreakableServerOptions<Call>,
): Promise<BreakableServer<Call>> {
  const { port = 0, host = '127.0.0.1', describe, answer } = options;
  const requests: Call[] = [];
  const waiting: { readonly fault: Fault; left: number }[] = [];

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message);
    const call = describe(request);
    requests.push(call);
    const found = waiting.find(({ fault, left }) => left > 0 && matches(fault, call));
    if (found) found.left -= 1;
    const fault = found?.fault ?? {};
    if (fault.delayMs) await sleep(fault.delayMs);
    await fault.until;
    const shown = shownAnswer(fault);
    const isReached = fault.afterExecution || !(fault.hangUp || shown);
    const real = isReached ? await answer(request, call) : undefined;
    const sent = shown ?? real;
    if (fault.hangUp || !sent) message.socket.destroy();
    else if (fault.cutShort) await sendHalf(response, sent);
    else sendAnswer(response, sent);
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => response.destroy());
  });
  // It answers one after the other: on a busy machine a connection waits longer than Node keeps idle ones, which is 5 s.
  server.keepAliveTimeout = 60_000;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://${host}:${typeof address === 'object' ? address?.port : port}`,
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    fail: (fault) => waiting.push({ fault, left: fault.times ?? 1 }),
    mend: () => {
      waiting.length = 0;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function matches({ match = {} }: Fault, call: CallInfo): boolean {
  const { model = call.model, method = call.method, asked = call.asked, path = '', query = {}, when } = match;
  const isPath = typeof path === 'string' ? call.path.includes(path) : path.test(call.path);
  const isAsked = Object.entries(query).every(([name, value]) => call.query?.[name] === value);
  const isNamed = model === call.model && method === call.method && asked === call.asked;
  return isNamed && isPath && isAsked && (when?.(call) ?? true);
}

/** Says how much there is, and ends too soon. */
async function sendHalf(response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  const whole = Buffer.from(body);
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.writeHead(status, { 'content-length': whole.length });
  await new Promise((resolve) => response.write(whole.subarray(0, whole.length >> 1), resolve));
  response.destroy();
}

/** What a fault shows; undefined where it only delays. */
function shownAnswer({ status, body, contentType, headers }: Fault): Answer | undefined {
  if (status === undefined && body === undefined) return undefined;
  const answer = htmlAnswer(status ?? 200, body ?? `<html><body><h1>${status}</h1></body></html>`);
  const type = contentType === undefined ? {} : { 'content-type': contentType };
  return { ...answer, headers: { ...answer.headers, ...type, ...headers } };
}
