// How long open tickets take to follow a policy that was changed: the job that `serve` runs, in its batches, beside
// bare calls that write one date of the same tickets.
import { createRecomputeJob } from '../dist/src/addons/sla/recompute-job.js';
import { systemClock } from '../dist/src/lib/clock.js';
import { findExternalIds } from '../dist/src/odoo/external-ids.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';
import { scaled } from './scaled.mjs';

const BATCH = 500;
const FILL = 250;
const TICKET = 'x_support.ticket';
const POLICY = 'x_support.sla';
const CONTEXT = {
  tracking_disable: true,
  mail_create_nosubscribe: true,
  mail_create_nolog: true,
  supportdesk_no_mail: true,
};

export async function benchDeadlines({ odoo, client, isEmulated }) {
  const count = scaled(isEmulated ? 2_000 : 20_000, 20);
  const { policy, ids } = await fillOpen(odoo, count);
  const timed = createTimed(client);
  const job = createRecomputeJob({ odoo: timed.odoo, clock: systemClock, batchSize: BATCH });
  const run = () =>
    job.run({
      log: { info: () => undefined },
      signal: new AbortController().signal,
      cursor: { value: undefined, advance: async () => undefined },
    });
  await run();

  // Each ticket has another date of its own: a call cannot do with one UPDATE for all.
  const bare = createTimed(client);
  await writeDates(bare.odoo, ids);
  const [{ x_solution_hours: hours }] = await odoo.call(POLICY, 'read', [[policy], ['x_solution_hours']]);
  await odoo.call(POLICY, 'write', [[policy], { x_solution_hours: hours + 1 }]);
  await runAction(odoo, 'action_sla_apply', policy);
  const preview = createTimed(client);
  await runAction(preview.odoo, 'action_sla_preview', policy);
  timed.reset();
  await run();

  const name = `a policy of ${count} open tickets changes`.padEnd(46);
  const ratio = (timed.seconds() / bare.seconds()).toFixed(2);
  console.log(
    `${name} ${timed.seconds().toFixed(2).padStart(8)} s  ${timed.calls()} calls, the longest ${timed.longest().toFixed(2)} s, ratio ${ratio} to bare writes`,
  );
  console.log(`${'its preview'.padEnd(46)} ${preview.seconds().toFixed(2).padStart(8)} s`);
}

/** Tickets that a policy of their own promises a solution; what is there already is used again. */
async function fillOpen(odoo, count) {
  const [known] = await odoo.call(POLICY, 'search', [[['x_name', '=', 'Bench Deadlines']]]);
  const tag = known
    ? (await odoo.call(POLICY, 'read', [[known], ['x_tag_ids']]))[0].x_tag_ids[0]
    : (await odoo.call('x_support.tag', 'create', [[{ x_name: 'Bench Deadlines' }]]))[0];
  const policy =
    known ??
    (
      await odoo.call(POLICY, 'create', [
        [{ x_name: 'Bench Deadlines', x_sequence: -1, x_solution_hours: 40, x_tag_ids: [[6, 0, [tag]]] }],
      ])
    )[0];
  const mine = [
    ['x_tag_ids', 'in', [tag]],
    ['x_state', '!=', 'done'],
  ];
  let ids = await odoo.call(TICKET, 'search', [mine], { limit: count });
  while (ids.length < count) {
    const rows = Array.from({ length: Math.min(FILL, count - ids.length) }, (_, n) => ({
      x_name: `Case ${ids.length + n} is open`,
      x_tag_ids: [[6, 0, [tag]]],
      x_priority: String(n % 4),
    }));
    ids = [...ids, ...(await odoo.call(TICKET, 'create', [rows], { context: CONTEXT }))];
  }
  return { policy, ids };
}

async function writeDates(odoo, ids) {
  const now = Date.now();
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = ids
      .slice(start, start + BATCH)
      .map((id, n) => [
        String(id),
        new Date(now + (start + n) * 1000).toISOString().slice(0, 19).replace('T', ' '),
      ]);
    await odoo
      .model({ name: TICKET, fields: {} })
      .load(['.id', 'x_sla_deadline'], rows, { tracking_disable: true });
  }
}

async function runAction(odoo, action, id) {
  const [row] = await findExternalIds(odoo, [`__supportdesk__.${action}`]);
  const context = { active_model: POLICY, active_id: id, active_ids: [id] };
  await odoo.call('ir.actions.server', 'run', [[row.recordId]], { context });
}

/** An Odoo whose calls are counted and timed. */
function createTimed(client) {
  let times = [];
  const odoo = createOdoo({
    async call(...call) {
      const start = performance.now();
      try {
        return await client.call(...call);
      } finally {
        times.push((performance.now() - start) / 1000);
      }
    },
  });
  return {
    odoo,
    reset: () => {
      times = [];
    },
    calls: () => times.length,
    longest: () => Math.max(...times),
    seconds: () => times.reduce((sum, seconds) => sum + seconds, 0),
  };
}
