// How fast the portal's pages are, as ratios of the raw calls they need, sent to the same Odoo in the same run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { CUSTOMER, fill } from './fill.mjs';
import { exchange, measure } from './load.mjs';
import { recordCalls } from './record-calls.mjs';

const PORT = 38_111;
const MESSAGES = 30;
const ROUNDS = 3;
/** `BENCH_REQUESTS=100000` also watches the memory over so many lists. */
const WATCHED = Number(process.env.BENCH_REQUESTS ?? 0);

export async function benchPages({ parts, settings }) {
  const isEmulated = !process.env.ODOO_URL;
  const ticketId = await fill(parts.odoo, {
    tickets: isEmulated ? 1_500 : 15_000,
    companies: isEmulated ? 30 : 300,
    own: 200,
    messages: MESSAGES,
  });
  const { sessionId } = await parts.sessions.authenticate(CUSTOMER.login, CUSTOMER.password);
  const cookie = `session_id=${sessionId}`;
  const pages = [
    ['list, 80 rows', '/my/tickets?limit=80', 200],
    [`ticket, ${MESSAGES} messages`, `/my/tickets/${ticketId}`, 200],
    ['search in all, 80 rows', '/my/tickets?search=afternoon&limit=80', 60],
    ['search in subjects', '/my/tickets?search=scanner&search_in=name', 100],
  ];

  const portal = await startPortal(settings);
  try {
    const headers = { cookie: await visit(`http://localhost:${PORT}/my/tickets`, cookie) };
    for (const [name, path, total] of pages) {
      const url = `http://localhost:${PORT}${path}`;
      const raw = await recordCalls({ parts, settings, path, cookie: headers.cookie });
      // Turn and turn about, so that a drift of the machine touches both alike.
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const floor = await measure({ requests: raw, total });
        const before = cpuOf(portal.pid);
        const page = await measure({ requests: [{ url, headers }], total });
        rounds.push({ floor, page, cpu: (cpuOf(portal.pid) - before) / page.sent });
      }
      const best = (key) => rounds.map((round) => round[key]).sort((a, b) => b.rate - a.rate)[0];
      print(`raw: ${raw.length} calls`, best('floor'));
      print(name, best('page'), {
        ratio: best('page').rate / best('floor').rate,
        cpu: Math.min(...rounds.map(({ cpu }) => cpu)),
      });
    }
    if (WATCHED > 0)
      await watchMemory(portal.pid, { url: `http://localhost:${PORT}/my/tickets?limit=80`, headers });
  } finally {
    portal.kill('SIGTERM');
    await once(portal, 'exit');
  }
}

/** The memory of the portal's process at ten moments of a long run. */
async function watchMemory(pid, request) {
  const readings = [];
  for (let part = 0; part < 10; part += 1) {
    await measure({ requests: [request], total: WATCHED / 10 });
    readings.push(Math.round(memoryOf(pid)));
  }
  console.log(`memory over ${WATCHED} lists: ${readings.join(', ')} MB`);
}

/** Milliseconds of CPU that a process has used, and megabytes it holds; where Linux tells. */
function cpuOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function memoryOf(pid) {
  const path = `/proc/${pid}/status`;
  return existsSync(path) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))[1]) / 1024 : Number.NaN;
}

/** The cookies of a browser that has been here before: the portal knows it from its second page on. */
async function visit(url, cookie) {
  const { headers } = await exchange(new URL(url), { headers: { cookie } });
  return [cookie, ...(headers['set-cookie'] ?? []).map((line) => line.split(';')[0])].join('; ');
}

async function startPortal(settings) {
  const portal = spawn(process.execPath, ['dist/cli/main.js', 'serve'], {
    env: {
      ...process.env,
      ...settings,
      PORT: String(PORT),
      COOKIE_SECRET: 'b'.repeat(64),
      LOG_LEVEL: 'error',
      ZAMMAD_URL: '',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (let i = 0; i < 100; i += 1) {
    const answer = await fetch(`http://localhost:${PORT}/readyz`).catch(() => undefined);
    if (answer?.ok) return portal;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  portal.kill();
  throw new Error('the portal did not come up');
}

function print(name, { rate, p50, p99 }, { ratio, cpu } = {}) {
  const tail = ratio === undefined ? '' : `   ratio ${ratio.toFixed(2)}   Node ${cpu.toFixed(1)} ms`;
  console.log(
    `${name.padEnd(34)} ${rate.toFixed(1).padStart(8)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms${tail}`,
  );
}
