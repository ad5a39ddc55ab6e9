// The portal in a process of its own, so that its time and its memory are its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

const REPORTER = new URL('./report-memory.mjs', import.meta.url).href;

/** `measure` answers the megabytes of its heap, rubbish taken out, and of the whole process. */
export async function startPortalProcess(settings) {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const portal = spawn(
    process.execPath,
    ['--expose-gc', '--import', REPORTER, 'dist/src/cli/main.js', 'serve'],
    {
      env: {
        ...process.env,
        ...settings,
        PORT: String(port),
        COOKIE_SECRET: 'b'.repeat(64),
        LOG_LEVEL: 'error',
        RATE_LIMIT: '0',
        ZAMMAD_URL: '',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  await waitUntilReady(url).catch((error) => {
    portal.kill();
    throw error;
  });
  return {
    url,
    pid: portal.pid,
    async measure() {
      portal.send('measure');
      return (await once(portal, 'message'))[0];
    },
    /** Of the process as it is, where Linux tells. */
    residentMegabytes() {
      const path = `/proc/${portal.pid}/status`;
      return existsSync(path)
        ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))[1]) / 1024
        : Number.NaN;
    },
    async stop() {
      const gone = once(portal, 'exit');
      portal.kill('SIGTERM');
      await gone;
    },
  };
}

/** Several runs at once must not meet. */
async function findFreePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function waitUntilReady(url) {
  for (let i = 0; i < 600; i += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the portal did not come up');
}
