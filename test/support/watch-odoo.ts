import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import {
  type CallInfo,
  createFaultInjection,
  faultAnswer,
  type InjectedFault,
} from '../../emulator/odoo/fault-injection.ts';
import { describeCall } from '../../emulator/odoo/http/describe-call.ts';
import type { Answer } from '../../emulator/odoo/http/exchange.ts';

/** An Odoo whose calls are counted, and broken at will. */
export interface WatchedOdoo {
  readonly url: string;
  readonly requests: readonly CallInfo[];
  clearRequests(): void;
  /** Breaks the next requests that match. */
  fail(fault: InjectedFault): void;
  close(): Promise<void>;
}

/** A way to a real Odoo that counts and breaks calls as the emulator does. */
export async function watchOdoo(odooUrl: string): Promise<WatchedOdoo> {
  const faults = createFaultInjection();
  const requests: CallInfo[] = [];
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (message, response) => {
    try {
      await answer(message, response);
    } catch {
      response.destroy();
    }
  });

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(message);
    const call = describe(message, body);
    requests.push(call);
    const fault = faults.take(call);
    const shown = fault && faultAnswer(fault);
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    await fault?.until;
    const isReached = !fault || fault.afterExecution || !(fault.hangUp || shown);
    const real = isReached ? await forward(message, body) : undefined;
    if (fault?.hangUp) message.socket.destroy();
    else send(response, shown ?? real);
  }

  async function forward(message: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method, url = '/', headers } = message;
    const onward = request(new URL(url, odooUrl), { method, headers, agent });
    onward.end(body);
    const [answer]: readonly IncomingMessage[] = await once(onward, 'response');
    if (!answer) throw new Error('Odoo gave no answer');
    const kept = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
      values && name !== 'transfer-encoding' ? [[name, values] as const] : [],
    );
    return { status: answer.statusCode ?? 0, headers: Object.fromEntries(kept), body: await readAll(answer) };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    requests,
    clearRequests() {
      requests.length = 0;
    },
    fail: (fault) => faults.add(fault),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function describe({ method = 'GET', url = '/', headers, socket }: IncomingMessage, body: Buffer): CallInfo {
  const { pathname: path, searchParams: query } = new URL(url, 'http://odoo');
  const remoteAddress = socket.remoteAddress ?? '';
  return describeCall({ method, path, query, headers, body: body.toString(), remoteAddress });
}

function send(response: ServerResponse, answer: Answer | undefined): void {
  if (!answer) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = answer.status;
  response.end(answer.body);
}
