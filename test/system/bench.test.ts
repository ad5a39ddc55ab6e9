import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const start = promisify(execFile);

/** On the emulator, whatever Odoo the tests have, and as small as can be: it is no measurement. */
function run(script: string): Promise<{ readonly stdout: string }> {
  const { ODOO_URL: _odoo, ZAMMAD_TEST_DATABASE_URL: _zammad, ...env } = process.env;
  const sizes = { BENCH_SCALE: '0.01', BENCH_TICKETS: '10', BENCH_REQUESTS: '100', BENCH_CUSTOMERS: '3' };
  return start(process.execPath, [script], { cwd: root, env: { ...env, ...sizes } });
}

describe('the benches still run', () => {
  beforeAll(() => run('scripts/ensure.mjs'));

  test('plan, pages and imports', { timeout: 240_000 }, async () => {
    const { stdout } = await run('bench/run.mjs');

    for (const line of [
      /^\d+ tickets, none of them .* ratio 1\.00$/m,
      /^\d+ tickets, policies, stages, assignment .* ratio \d/m,
      /^\d+ tickets, and mail, to the customers .* of them for this, ratio \d/m,
      /^\d+ tickets, and all other addons .* ratio \d/m,
      /^plan with nothing to do .* calls$/m,
      /^list, 80 rows .* ratio \d/m,
      /^ticket, 30 messages .* ratio \d/m,
      /^escalation: nothing due .* 1 calls, ratio \d/m,
      /^escalation: one ticket changed .* 2 calls/m,
      /^a policy of \d+ open tickets changes .* ratio \d/m,
      /^appointments: 2 people, 30 days .* 1 calls, \d+ times, .* ratio \d/m,
      /^appointments: book one .* 1 calls, ratio \d/m,
      /^figures: dashboard of all teams .* \d+ calls, ratio \d/m,
      /^figures: a customer’s report .* 1 call beside .* ratio \d/m,
      /^import over REST +\d+ tickets\/s/m,
      /^ {2}with nothing new .* calls to Odoo$/m,
    ]) {
      expect(stdout).toMatch(line);
    }
  });

  test('what long use and a crowd do', async () => {
    const { stdout } = await run('bench/endure.mjs');

    expect(stdout).toMatch(/^3 customers at once/m);
    expect(stdout).toMatch(/^ {2}lists take \d+\.\d+ times as long at the median/m);
    expect(stdout).toMatch(/^ +100 +\d+\.\d +\d+$/m);
    expect(stdout).not.toContain(' × ');
    expect(stdout.match(/no errors$/gm)?.length).toBeGreaterThan(8);
  });
});
