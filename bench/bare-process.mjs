// What no portal on Node can do without: the page's calls, their answers parsed, and as many bytes sent. Nothing else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { exchangeWell } from './exchange.mjs';

/** A server in a process of its own, whose CPU time is the floor for the portal's. */
export async function startBareProcess(work) {
  const bare = fork(fileURLToPath(import.meta.url));
  bare.send(work);
  const [port] = await once(bare, 'message');
  return { url: `http://127.0.0.1:${port}`, pid: bare.pid, stop: () => bare.kill() };
}

// Where it is that process itself, and not what starts it.
if (process.send)
  process.on('message', ({ requests, bytes }) => {
    const agent = new Agent({ keepAlive: true });
    const body = 'x'.repeat(bytes);
    const server = createServer(async (_, res) => {
      const answers = await Promise.all(
        requests.map(({ url, method, headers, body }) =>
          exchangeWell(new URL(url), { method, headers, agent }, body),
        ),
      );
      for (const answer of answers) JSON.parse(answer.body);
      res.end(body);
    }).listen(0, '127.0.0.1', () => process.send(server.address().port));
  });
