// How fast the portal's pages are, as ratios of the raw calls they need, sent to the same Odoo in the same run.
import { existsSync, readFileSync } from 'node:fs';
import { startBareProcess } from './bare-process.mjs';
import { exchangeWell } from './exchange.mjs';
import { CUSTOMER, fill } from './fill.mjs';
import { measure } from './load.mjs';
import { startPortalProcess } from './portal-process.mjs';
import { recordCalls } from './record-calls.mjs';
import { scaled } from './scaled.mjs';

const MESSAGES = 30;
const ROUNDS = scaled(3);

export async function benchPages({ parts, settings }) {
  const isEmulated = !process.env.ODOO_URL;
  const ticketId = await fill(parts.odoo, {
    tickets: scaled(isEmulated ? 1_500 : 15_000, 20),
    companies: scaled(isEmulated ? 30 : 300, 3),
    own: scaled(200),
    messages: MESSAGES,
  });
  const { sessionId } = await parts.pages.sessions.authenticate(CUSTOMER.login, CUSTOMER.password);
  const cookie = `session_id=${sessionId}`;
  const pages = [
    ['list, 80 rows', '/my/tickets?limit=80', 200],
    [`ticket, ${MESSAGES} messages`, `/my/tickets/${ticketId}`, 200],
    ['search in all, 80 rows', '/my/tickets?search=afternoon&limit=80', 60],
    ['search in subjects', '/my/tickets?search=scanner&search_in=name', 100],
  ];

  const portal = await startPortalProcess(settings);
  try {
    const headers = { cookie: await visit(`${portal.url}/my/tickets`, cookie) };
    for (const [name, path, most] of pages) {
      const total = scaled(most, 4);
      const url = `${portal.url}${path}`;
      const raw = await recordCalls({ parts, settings, path, cookie: headers.cookie });
      const { body } = await exchangeWell(new URL(url), { headers });
      const bare = await startBareProcess({ requests: raw, bytes: Buffer.byteLength(body) });
      // Turn and turn about, so that a drift of the machine touches both alike.
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const floor = await measure({ requests: raw, total });
        const { cpu, ...page } = await measureProcess(portal.pid, { url, headers }, total);
        const { cpu: bareCpu } = await measureProcess(bare.pid, { url: bare.url }, total);
        rounds.push({ floor, page, cpu, bareCpu });
      }
      bare.stop();
      const least = (key) => Math.min(...rounds.map((round) => round[key]));
      const best = (key) => rounds.map((round) => round[key]).sort((a, b) => b.rate - a.rate)[0];
      print(`raw: ${raw.length} calls`, best('floor'));
      print(name, best('page'), {
        ratio: best('page').rate / best('floor').rate,
        cpu: least('cpu'),
        bareCpu: least('bareCpu'),
      });
    }
  } finally {
    await portal.stop();
  }
}

/** Rate and latencies, and the milliseconds of CPU that the process spends on a request. */
async function measureProcess(pid, request, total) {
  const before = cpuOf(pid);
  const measured = await measure({ requests: [request], total });
  return { ...measured, cpu: (cpuOf(pid) - before) / measured.sent };
}

/** Milliseconds of CPU that a process has used, where Linux tells. */
function cpuOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The cookies of a browser that has been here before: the portal knows it from its second page on. */
async function visit(url, cookie) {
  const { headers } = await exchangeWell(new URL(url), { headers: { cookie } });
  return [cookie, ...(headers['set-cookie'] ?? []).map((line) => line.split(';')[0])].join('; ');
}

function print(name, { rate, p50, p99 }, { ratio, cpu, bareCpu } = {}) {
  const tail =
    ratio === undefined
      ? ''
      : `   ratio ${ratio.toFixed(2)}   Node ${cpu.toFixed(1)} ms, a bare server ${bareCpu.toFixed(1)}`;
  console.log(
    `${name.padEnd(34)} ${rate.toFixed(1).padStart(8)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms${tail}`,
  );
}
