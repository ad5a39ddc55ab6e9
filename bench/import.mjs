// How fast the import is, as a ratio of a bare loop that sends the same rows with `load` and does nothing else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchange } from './load.mjs';

const TICKETS = Number(process.env.BENCH_TICKETS ?? 1_000);

export async function benchImport({ settings }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const zammad = fork(new URL('./zammad.mjs', import.meta.url), [String(TICKETS)]);
  const [{ url, token }] = await once(zammad, 'message');
  const env = { ...process.env, ...settings, ZAMMAD_URL: url, ZAMMAD_TOKEN: token, LOG_LEVEL: 'error' };
  const unique = Date.now().toString(36);
  try {
    const rows = join(folder, 'rows.ndjson');
    await run(`bench_rows_${unique}`, env, rows);
    const bare = await sendBare(rows, settings, `bench_rows_${unique}`, `bench_bare_${unique}`);
    const imported = await run(`bench_${unique}`, env);
    const again = await run(`bench_${unique}`, env);
    const rate = imported.read / imported.seconds;
    const per = (count, seconds) => `${(count / seconds).toFixed(0).padStart(8)}/s`;
    console.log(
      `bare load of the same rows, tickets ${per(imported.read, bare.seconds)}   ${bare.calls} calls, ${bare.seconds.toFixed(1)} s`,
    );
    console.log(
      `import, tickets                    ${per(imported.read, imported.seconds)}   ${imported.calls} calls, ${imported.seconds.toFixed(1)} s   ratio ${(bare.seconds / imported.seconds).toFixed(2)}`,
    );
    console.log(
      `import, messages                   ${per(imported.messages, imported.seconds)}   (${rate.toFixed(0)} tickets/s)`,
    );
    console.log(`import, peak memory                ${imported.peakMegabytes.toFixed(0).padStart(8)} MB`);
    console.log(
      `import with nothing new            ${again.seconds.toFixed(2).padStart(8)} s    ${again.calls} calls to Odoo`,
    );
    if (imported.refused > 0) throw new Error(`${imported.refused} records were refused`);
  } finally {
    zammad.kill();
    rmSync(folder, { recursive: true });
  }
}

async function run(sourceName, env, file) {
  const child = fork(new URL('./import-run.mjs', import.meta.url), [sourceName, ...(file ? [file] : [])], {
    env,
  });
  const [result] = await once(child, 'message');
  return result;
}

/** The rows under another source's name, straight to Odoo, one call after the other. */
async function sendBare(file, { ODOO_URL, ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD }, from, to) {
  const calls = readFileSync(file, 'utf8')
    .replaceAll(from, to)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const agent = new Agent({ keepAlive: true });
  const rpc = async (service, method, args) => {
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { service, method, args } });
    const answer = JSON.parse((await exchange(new URL('/jsonrpc', ODOO_URL), options, body)).body);
    if (answer.error) throw new Error(answer.error.data?.message ?? answer.error.message);
    return answer.result;
  };
  const uid = await rpc('common', 'authenticate', [ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD, {}]);
  const start = performance.now();
  for (const { model, args, kwargs } of calls) {
    const result = await rpc('object', 'execute_kw', [
      ODOO_DB,
      uid,
      ODOO_PASSWORD,
      model,
      'load',
      args,
      kwargs,
    ]);
    if (result.ids === false) throw new Error(`${model}: ${result.messages[0].message}`);
  }
  agent.destroy();
  return { calls: calls.length, seconds: (performance.now() - start) / 1000 };
}
