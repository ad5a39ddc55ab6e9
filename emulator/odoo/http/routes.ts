import { type Answer, htmlAnswer, type Request } from '../../http/exchange.ts';
import { OdooFault } from '../faults.ts';
import type { Engine } from '../model.ts';
import { createAuthenticator } from './authenticate.ts';
import { adoptBaseUrl, originOf } from './base-url.ts';
import { serveContent } from './content.ts';

import { isAnswer, parseRpc, type RpcRequest, rpcFault, rpcResult } from './json-rpc.ts';
import { notFound, pages, redirect } from './pages.ts';
import { createServices, executeKw } from './services.ts';
import { sessionInfo } from './session-info.ts';
import { createSessions } from './sessions.ts';
import { version } from './version.ts';
import { createZoneAdopter } from './zone-adopter.ts';

interface Outcome {
  readonly result: unknown;
  readonly cookies?: readonly string[];
}

const withCookie = (result: unknown, cookie: string | undefined): Outcome => ({
  result,
  ...(cookie && { cookies: [cookie] }),
});

type RpcRoute = (rpc: RpcRequest, request: Request) => Outcome;

/** Every address that the emulator answers. */
export function createRoutes(engine: Engine, options: { readonly proxyMode: boolean }) {
  const sessions = createSessions(engine);
  const adoptZone = createZoneAdopter(engine);
  const authenticator = createAuthenticator(engine);
  const callService = createServices(engine, authenticator);

  /** The client's address behind a proxy; believed only where the proxy names the host as well. */
  const addressOf = ({ headers, remoteAddress }: Request) => {
    const forwarded = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim();
    return (options.proxyMode && headers['x-forwarded-host'] && forwarded) || remoteAddress;
  };

  const rpcRoutes: Readonly<Record<string, RpcRoute>> = {
    '/jsonrpc': ({ params }, request) => ({ result: callService(params, addressOf(request)) }),
    '/web/webclient/version_info': (_rpc, request) =>
      withCookie(version, sessions.cookieFor(request.headers.cookie)),
    '/web/session/authenticate': ({ params }, request) => {
      const user = authenticator.logIn(params.db, params.login, params.password, addressOf(request));
      adoptZone(user, request.headers.cookie);
      adoptBaseUrl(engine, user, originOf(request, options));
      return { result: sessionInfo(engine, user.id), cookies: [sessions.open(user)] };
    },
    '/web/session/get_session_info': (_rpc, request) => {
      const uid = sessions.getUid(request.headers.cookie);
      return withCookie(sessionInfo(engine, uid), sessions.cookieFor(request.headers.cookie));
    },
    '/web/session/check': (_rpc, request) => {
      sessions.getUid(request.headers.cookie);
      return { result: null };
    },
    '/web/session/destroy': (_rpc, request) => {
      sessions.getUid(request.headers.cookie);
      return { result: null, cookies: ['cids=; Max-Age=0; Path=/', sessions.close(request.headers.cookie)] };
    },
    '/web/dataset/call_kw': ({ params }, request) => {
      const uid = sessions.getUid(request.headers.cookie);
      const model = String(params.model);
      if (!engine.findModel(model)) throw unknownModelPage();
      const result = executeKw(engine, uid, model, String(params.method), params.args, params.kwargs);
      return withCookie(result, sessions.cookieFor(request.headers.cookie));
    },
  };

  return function answer(request: Request): Answer {
    const page = mergeSlashes(request, options) ?? findPage(request) ?? serveContent(engine, request);
    if (page) return page;
    const path = request.path.startsWith('/web/dataset/call_kw/') ? '/web/dataset/call_kw' : request.path;
    const route = rpcRoutes[path];
    if (!route) return withSessionCookie(notFound(), sessions.cookieFor(request.headers.cookie));
    const rpc = parseRpc(request);
    if (isAnswer(rpc)) return rpc;
    try {
      const { result, cookies } = route(rpc, request);
      return rpcResult(rpc.id, result, cookies);
    } catch (error) {
      return rpcFault(rpc.id, error);
    }
  };
}

/** The website answers unknown addresses itself, and starts a session as it does. */
const withSessionCookie = (answer: Answer, cookie: string | undefined): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...(cookie && { 'set-cookie': cookie }) },
});

/** The router sends whoever doubles a slash to the address without, in full, as it takes it to be. */
function mergeSlashes(request: Request, options: { readonly proxyMode: boolean }): Answer | undefined {
  if (!/.\/\//.test(request.path)) return undefined;
  return redirect(`${originOf(request, options)}${request.url.replace(/\/{2,}/g, '/')}`);
}

function findPage({ method, path }: Request): Answer | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (path === '/web/health') {
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: '{"status": "pass"}',
    };
  }
  if (path === '/' || path === '/web') {
    return { ...htmlAnswer(303, ''), headers: { location: path === '/' ? '/odoo' : '/web/login' } };
  }
  if (path === '/web/login') return htmlAnswer(200, pages.login);
  if (path === '/web/reset_password') return htmlAnswer(200, pages.reset_password);
  return undefined;
}

/** A session that calls an unknown model gets a page's error in a JSON-RPC envelope. */
const unknownModelPage = () =>
  new OdooFault(
    'werkzeug.exceptions.NotFound',
    '404 Not Found: The requested URL was not found on the server. ' +
      'If you entered the URL manually please check your spelling and try again.',
  );
