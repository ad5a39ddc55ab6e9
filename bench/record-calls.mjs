// What a page asks Odoo, to be sent again without a portal between: the floor that no portal can be faster than.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { systemClock } from '../dist/src/lib/clock.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';
import { createPortal } from '../dist/src/portal/app.js';
import { exchangeWell } from './exchange.mjs';

/** The calls of one page as requests, those of the customer's session and those of the service account. */
export async function recordCalls({ parts, settings, path, cookie }) {
  const calls = [];
  const { sessions, service: serviceReads } = parts.pages;
  const recording = (caller, kind) => ({
    call(model, method, args, kwargs = {}, options) {
      calls.push({ kind, model, method, args, kwargs });
      return caller.call(model, method, args, kwargs, options);
    },
  });
  const quiet = { error() {}, warn() {}, info() {}, debug() {} };
  const app = createPortal({
    sessions: {
      ...sessions,
      caller: (request, onRenewed) => recording(sessions.caller(request, onRenewed), 'customer'),
    },
    service: createOdoo(recording(serviceReads, 'service')),
    files: parts.files,
    log: quiet,
    clock: systemClock,
    publicUrl: 'http://localhost',
    odooUrl: settings.ODOO_URL,
    cookieSecret: 'b'.repeat(64),
    trustProxy: false,
    rateLimit: 0,
    parts: parts.addons.flatMap(({ portal }) => portal ?? []),
    contributions: parts.addons.flatMap(({ contributes }) => contributes ?? []),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(path, `http://127.0.0.1:${server.address().port}`);
  await exchangeWell(url, { headers: { cookie } });
  // What is looked up once in the life of a process is no part of a page.
  calls.length = 0;
  await exchangeWell(url, { headers: { cookie } });
  server.close();
  server.closeAllConnections();
  const service = calls.some(({ kind }) => kind === 'service') ? await logIn(settings) : '';
  const cookies = { customer: cookie.split(';')[0], service };
  return calls.map((call) => toRequest(call, settings, cookies[call.kind]));
}

/** Through a session, which is the cheapest way to Odoo. */
function toRequest({ model, method, args, kwargs }, { ODOO_URL }, cookie) {
  return {
    url: `${ODOO_URL}/web/dataset/call_kw/${model}/${method}`,
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { model, method, args, kwargs } }),
  };
}

async function logIn({ ODOO_URL, ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD }) {
  const params = { db: ODOO_DB, login: ODOO_USERNAME, password: ODOO_PASSWORD };
  const answer = await exchangeWell(
    new URL('/web/session/authenticate', ODOO_URL),
    { method: 'POST', headers: { 'content-type': 'application/json' } },
    JSON.stringify({ jsonrpc: '2.0', method: 'call', params }),
  );
  return answer.headers['set-cookie'][0].split(';')[0];
}
