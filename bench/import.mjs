// How fast the import is: as a ratio of bare loops that send the same rows in the same batches and do nothing else
// (the very calls of the import; Odoo's `load`), and beside odoo-await's way, record by record. BENCH_TICKETS,
// BENCH_ARTICLES (of a ticket), BENCH_FILES and BENCH_FILE_BYTES set the size; with ZAMMAD_TEST_DATABASE_URL the
// database is read as well.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendBare, sendOneByOne, toLoad } from './send-rows.mjs';

const TICKETS = Number(process.env.BENCH_TICKETS ?? 1_000);
const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 3);
const FILES = Number(process.env.BENCH_FILES ?? TICKETS / 4);
const FILE_BYTES = Number(process.env.BENCH_FILE_BYTES ?? 10_000);

export async function benchImport({ settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const unique = Date.now().toString(36);
  const small = await startZammad(Math.ceil(TICKETS / 10));
  const zammad = await startZammad(TICKETS);
  try {
    console.log(`${TICKETS} tickets, ${TICKETS * ARTICLES} articles, ${FILES} files of ${FILE_BYTES} bytes`);
    const rows = join(folder, 'rows.ndjson');
    await run(`bench_rows_${unique}`, { ...settings, ...zammad.rest }, rows);
    const source = `bench_rows_${unique}`;
    const bare = await sendBare(rows, settings, source, `bench_bare_${unique}`);
    const loaded = await sendBare(rows, settings, source, `bench_load_${unique}`, toLoad);
    const single = await sendOneByOne(rows, settings, source, `bench_single_${unique}`);
    note('the same calls, bare', TICKETS / bare.seconds, 'tickets', bare);
    note('the same rows, bare load', TICKETS / loaded.seconds, 'tickets', loaded);
    note('odoo-await, one by one', single.tickets / single.seconds, 'tickets', single);
    for (const [kind, settingsOf] of Object.entries({ REST: zammad.rest, SQL: zammad.sql })) {
      if (settingsOf) await benchSource(kind, settingsOf, { settings, unique, bare, loaded, single, small });
    }
  } finally {
    zammad.stop();
    small.stop();
    rmSync(folder, { recursive: true });
  }
}

async function benchSource(kind, source, { settings, unique, bare, loaded, single, small }) {
  const key = `bench_${kind.toLowerCase()}_${unique}`;
  const imported = await run(key, { ...settings, ...source });
  const again = await run(key, { ...settings, ...source });
  const tenth = await run(`${key}_small`, { ...settings, ...(kind === 'REST' ? small.rest : small.sql) });
  const rate = imported.read / imported.seconds;
  note(`import over ${kind}`, rate, 'tickets', imported);
  note(`import over ${kind}`, imported.messages / imported.seconds, 'messages', imported);
  const times = (rate / (single.tickets / single.seconds)).toFixed(0);
  const [calls, load] = [bare, loaded].map(({ seconds }) => (seconds / imported.seconds).toFixed(2));
  console.log(`  ratio to the same calls ${calls}, to the bare load ${load}; ${times} times one by one`);
  const [large, less] = [imported, tenth].map(({ peakMegabytes }) => peakMegabytes.toFixed(0));
  console.log(`  peak memory ${large} MB, with a tenth of the tickets ${less} MB`);
  console.log(`  with nothing new ${again.seconds.toFixed(2)} s, ${again.calls} calls to Odoo`);
  if (imported.refused > 0) throw new Error(`${imported.refused} records were refused`);
}

function note(what, rate, unit, { calls, seconds }) {
  const amount = `${rate.toFixed(0).padStart(6)} ${unit}/s`;
  console.log(`${what.padEnd(30)} ${amount.padEnd(18)} ${calls} calls, ${seconds.toFixed(1)} s`);
}

async function startZammad(tickets) {
  const fileEvery = FILES > 0 ? Math.max(1, Math.round((TICKETS * ARTICLES) / FILES)) : 0;
  const size = [tickets, ARTICLES, fileEvery, FILE_BYTES].map(String);
  const child = fork(new URL('./zammad.mjs', import.meta.url), size);
  const [{ url, token, databaseUrl }] = await once(child, 'message');
  const common = { ZAMMAD_URL: url, LOG_LEVEL: 'error' };
  return {
    rest: { ...common, ZAMMAD_TOKEN: token },
    sql: databaseUrl ? { ...common, ZAMMAD_DATABASE_URL: databaseUrl } : undefined,
    stop: () => (databaseUrl ? child.send('stop') : child.kill()),
  };
}

async function run(sourceName, settings, file) {
  const child = fork(new URL('./import-run.mjs', import.meta.url), [sourceName, ...(file ? [file] : [])], {
    env: { ...process.env, ...settings },
  });
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the import exited with ${code}`)),
  );
  const [result] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return result;
}
