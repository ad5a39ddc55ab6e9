import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEngine } from './create-engine.ts';
import { type CallInfo, createFaultInjection, faultAnswer, type InjectedFault } from './fault-injection.ts';
import { describeCall } from './http/describe-call.ts';
import { type Answer, readRequest } from './http/exchange.ts';
import { createRoutes } from './http/routes.ts';

export interface OdooEmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly database?: string;
  readonly adminPassword?: string;
  readonly clock?: () => Date;
  /** Whether `X-Forwarded-For`, next to `X-Forwarded-Host`, names the client, as in Odoo's `proxy_mode`. */
  readonly proxyMode?: boolean;
}

export interface OdooEmulator {
  readonly url: string;
  readonly database: string;
  readonly requests: readonly CallInfo[];
  clearRequests(): void;
  /** Breaks the next requests that match. */
  fail(fault: InjectedFault): void;
  close(): Promise<void>;
}

/** An Odoo 18 of one database, in memory: it answers what the product asks as the real one does. */
export async function startOdooEmulator(options: OdooEmulatorOptions = {}): Promise<OdooEmulator> {
  const { port = 0, host = '127.0.0.1', database = 'supportdesk', adminPassword = 'admin' } = options;
  const engine = createEngine({ database, adminPassword, clock: options.clock ?? (() => new Date()) });
  const answer = createRoutes(engine, { proxyMode: options.proxyMode ?? true });
  const faults = createFaultInjection();
  const requests: CallInfo[] = [];

  const server = createServer((message, response) => {
    readRequest(message)
      .then(async (request) => {
        const call = describeCall(request);
        requests.push(call);
        const fault = faults.take(call);
        if (fault?.delayMs) await sleep(fault.delayMs);
        await fault?.until;
        const injected = fault && faultAnswer(fault);
        const skips =
          fault !== undefined && !fault.afterExecution && (fault.hangUp === true || injected !== undefined);
        const real = skips ? undefined : answer(request);
        if (fault?.hangUp) message.socket.destroy();
        else send(response, injected ?? real);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;

  return {
    url: `http://${host}:${listening}`,
    database,
    requests,
    clearRequests() {
      requests.length = 0;
    },
    fail: (fault) => faults.add(fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, answer: Answer | undefined) {
  if (!answer) return response.destroy();
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = answer.status;
  return response.end(answer.body);
}
