import { type BreakableServer, startBreakableServer } from '../http/breakable-server.ts';
import { type Answer, htmlAnswer, jsonAnswer, parseJson, type Request } from '../http/exchange.ts';
import { authenticate } from './authenticate.ts';
import { createDemoData } from './data/create-demo-data.ts';
import { ZammadFault } from './errors.ts';
import { createRoutes, type ZammadRequest } from './routes.ts';
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

/** A running Zammad; the methods of the store change its data as its users would. */
export interface ZammadEmulator extends Store, BreakableServer<ZammadRequest> {
  readonly token: string;
  /** Hears of each request before it is answered: what it changes then happens between two pages. */
  onRequest(listener: (request: ZammadRequest) => void): void;
}

/** Starts an emulated Zammad on a free port, with the demo's tickets unless other data is given. */
export async function startZammadEmulator(options: ZammadEmulatorOptions = {}): Promise<ZammadEmulator> {
  const { port, host, token = 'demo-token', clock = () => new Date() } = options;
  const store = createStore(options.data ?? createDemoData(clock()), clock);
  const listeners: ((request: ZammadRequest) => void)[] = [];
  const answerApi = createRoutes({
    store,
    version: options.version ?? '7.1',
    permissions: options.permissions ?? ['ticket.agent'],
    userId: options.userId ?? 3,
    listsInlineImages: options.listsInlineImages ?? false,
  });

  function answer({ headers }: Request, asked: ZammadRequest): Answer {
    if (!asked.path.startsWith('/api/v1/')) return frontPage;
    try {
      authenticate(headers.authorization, token);
      return answerApi(asked);
    } catch (error) {
      return answerFault(error);
    }
  }

  const server = await startBreakableServer({
    port,
    host,
    describe(request) {
      const asked = describe(request);
      for (const listener of listeners) listener(asked);
      return asked;
    },
    answer,
  });
  return { ...store, ...server, token, onRequest: (listener) => listeners.push(listener) };
}

const describe = ({ method, path, query, body }: Request): ZammadRequest => ({
  method,
  path,
  query: Object.fromEntries(query),
  body: parseJson(body.toString()),
});

const frontPage = htmlAnswer(200, '<!DOCTYPE html><html><head><title>Zammad Helpdesk</title></head></html>');

function answerFault(error: unknown): Answer {
  const { message, status, isAuthentication } =
    error instanceof ZammadFault ? error : new ZammadFault(500, String(error));
  const headers = isAuthentication ? { 'x-failure': message } : {};
  return jsonAnswer({ error: message, error_human: message }, status, headers);
}
