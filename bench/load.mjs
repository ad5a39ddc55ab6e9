// A small closed-loop load generator: `clients` requests are always under way, over keep-alive connections.
import { Agent } from 'node:http';
import { exchangeWell } from './exchange.mjs';

/**
 * Sends `total` times the requests, each time all of them at once, and answers the rate and the latencies. Anything but a
 * 200 ends the run.
 */
export async function measure({ requests, clients = 4, total = 400 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients * requests.length });
  const send = () =>
    Promise.all(
      requests.map(({ url, method = 'GET', headers = {}, body }) =>
        exchangeWell(new URL(url), { method, headers, agent }, body),
      ),
    );
  const warmUp = clients * 3;
  for (let i = 0; i < warmUp; i += 1) await send();
  const latencies = [];
  let left = total;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left-- > 0) {
        const sent = performance.now();
        await send();
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const percentile = (p) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * p))];
  return {
    rate: latencies.length / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    sent: total + warmUp,
  };
}
