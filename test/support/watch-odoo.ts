import { once } from 'node:events';
import { Agent, type IncomingMessage, request as open } from 'node:http';
import {
  type BreakableServer,
  type CallInfo,
  startBreakableServer,
} from '../../emulator/http/breakable-server.ts';
import { type Answer, type Request, readBody } from '../../emulator/http/exchange.ts';
import { describeCall } from '../../emulator/odoo/http/describe-call.ts';

/** An Odoo whose calls are counted, and broken at will. */
export type WatchedOdoo = BreakableServer<CallInfo>;

/** A way to a real Odoo that counts and breaks calls as the emulator does. */
export async function watchOdoo(odooUrl: string): Promise<WatchedOdoo> {
  const agent = new Agent({ keepAlive: true });
  const server = await startBreakableServer({
    describe: describeCall,
    answer: (request) => forward(request, odooUrl, agent),
  });
  return {
    ...server,
    async close() {
      await server.close();
      agent.destroy();
    },
  };
}

async function forward(
  { method, url, headers, body }: Request,
  odooUrl: string,
  agent: Agent,
): Promise<Answer> {
  const onward = open(new URL(url, odooUrl), { method, headers, agent });
  onward.end(body);
  const [answer]: readonly IncomingMessage[] = await once(onward, 'response');
  if (!answer) throw new Error('Odoo gave no answer');
  const kept = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
    values && name !== 'transfer-encoding' ? [[name, values] as const] : [],
  );
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(kept), body: await readBody(answer) };
}
