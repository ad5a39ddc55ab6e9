import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { AppError } from '../lib/errors.ts';

export interface WebServerOptions {
  /** The address of this machine to listen at, or a name of it. */
  readonly host: string;
  /** Zero takes any free one. */
  readonly port: number;
  /** Milliseconds that whoever is still sending or reading gets when it stops. */
  readonly stopMs?: number;
  /** Milliseconds that a request may take to arrive. */
  readonly requestMs?: number;
}

export interface WebServer {
  readonly port: number;
  answer(listener: RequestListener): void;
  /** Takes no more requests and finishes those under way; who is not done in time is cut off. */
  stop(): Promise<void>;
}

/** Time for the largest form through a slow line; who sends slower than that, or stops sending, is cut off. */
export const REQUEST_MS = 15 * 60 * 1000;
/** How often Node looks for who is too slow. */
const CHECK_MS = 30_000;
/** Containers are killed after half a minute unless told. */
export const STOP_MS = 20_000;

export async function startWebServer({
  host,
  port,
  stopMs = STOP_MS,
  requestMs = REQUEST_MS,
}: WebServerOptions): Promise<WebServer> {
  // Whoever comes while the portal is still put together waits for it; unheard, they would wait for ever.
  const early: Parameters<RequestListener>[] = [];
  let answer: RequestListener = (...request) => early.push(request);
  const server = createServer(
    { requestTimeout: requestMs, connectionsCheckingInterval: Math.min(requestMs, CHECK_MS) },
    (...request) => answer(...request),
  );
  await listen(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    answer(listener) {
      answer = listener;
      for (const request of early.splice(0)) listener(...request);
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      // A browser keeps its connection, also once it is answered.
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      // A form that was sent by half would keep us for as long as its sender likes.
      const deadline = setTimeout(() => server.closeAllConnections(), stopMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(deadline);
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    const problem = findProblem(error, host);
    throw new AppError(`the portal cannot listen on port ${port}${problem ? `: ${problem.what}` : ''}`, {
      code: 'port',
      help: problem?.help ?? 'Look at HOST and PORT.',
      cause: error,
    });
  });
}

function findProblem(error: unknown, host: string) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const help = 'Stop what is listening there, or set PORT to another port and tell the proxy.';
  if (code === 'EADDRINUSE') return { what: 'another program does already', help };
  if (code === 'EACCES') return { what: 'this user may not', help };
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      what: `${host} is no address of this machine`,
      help: 'Set HOST to an address of this machine: 127.0.0.1 for a proxy beside it, 0.0.0.0 for whoever reaches the machine.',
    };
  }
  return undefined;
}
