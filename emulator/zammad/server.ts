import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Request } from 'express';
import { authenticate } from './authenticate.ts';
import { createDemoData } from './data/create-demo-data.ts';
import { ZammadFault } from './errors.ts';
import { createFailures, type Failure } from './failures.ts';
import { createRoutes } from './routes.ts';
import { createStore, type Store } from './store.ts';
import type { ZammadData, ZammadVersion } from './types.ts';

export interface ZammadEmulatorOptions {
  readonly port?: number;
  readonly host?: string;
  readonly token?: string;
  readonly data?: ZammadData;
  readonly version?: ZammadVersion;
  /** The rights of the token; `ticket.agent` unless told. */
  readonly permissions?: readonly string[];
  /** The user the token belongs to. */
  readonly userId?: number;
  /** Whether images shown in a body are listed among its attachments too: some releases do, most do not. */
  readonly listsInlineImages?: boolean;
  readonly clock?: () => Date;
}

export interface ZammadRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A running Zammad; the methods of the store change its data as its users would. */
export interface ZammadEmulator extends Store {
  readonly url: string;
  readonly token: string;
  /** Every request since the start or the last `clearRequests`, in order of arrival. */
  readonly requests: readonly ZammadRequest[];
  clearRequests(): void;
  fail(failure: Failure): void;
  /** Hears of each request before it is answered: what it changes then happens between two pages. */
  onRequest(listener: (request: ZammadRequest) => void): void;
  close(): Promise<void>;
}

/** Starts an emulated Zammad on a free port, with the demo's tickets unless other data is given. */
export async function startZammadEmulator(options: ZammadEmulatorOptions = {}): Promise<ZammadEmulator> {
  const clock = options.clock ?? (() => new Date());
  const token = options.token ?? 'demo-token';
  const store = createStore(options.data ?? createDemoData(clock()), clock);
  const failures = createFailures();
  const requests: ZammadRequest[] = [];
  const listeners: ((request: ZammadRequest) => void)[] = [];

  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '10mb' }));
  app.use(async (request, response, next) => {
    const described = describe(request);
    requests.push(described);
    for (const listener of listeners) listener(described);
    if (!(await failures.intercept(request, response))) next();
  });
  app.use('/api/v1', (request, _response, next) => {
    authenticate(request.headers.authorization, token);
    next();
  });
  app.use(
    '/api/v1',
    createRoutes({
      store,
      version: options.version ?? '7.1',
      permissions: options.permissions ?? ['ticket.agent'],
      userId: options.userId ?? 3,
      listsInlineImages: options.listsInlineImages ?? false,
    }),
  );
  app.use('/api/v1', (request) => {
    throw new ZammadFault(404, `No route matches [${request.method}] ${request.originalUrl}`);
  });
  app.use((_request, response) => {
    response.type('html').send('<!DOCTYPE html><html><head><title>Zammad Helpdesk</title></head></html>');
  });
  app.use(answerFault);

  const server = createServer(app);
  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, host);
  return {
    ...store,
    url: `http://${host}:${port}`,
    token,
    requests,
    clearRequests: () => requests.splice(0),
    fail: failures.add,
    onRequest: (listener) => listeners.push(listener),
    close: () => close(server),
  };
}

function describe(request: Request): ZammadRequest {
  return { method: request.method, path: request.path, query: request.query, body: request.body };
}

const answerFault: ErrorRequestHandler = (error, _request, response, _next) => {
  const fault = error instanceof ZammadFault ? error : new ZammadFault(500, String(error));
  if (fault.isAuthentication) response.set('X-Failure', fault.message);
  response.status(fault.status).json({ error: fault.message, error_human: fault.message });
};

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The emulated Zammad has no TCP port');
  return address.port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
