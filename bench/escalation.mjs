// What a minute of the escalation job costs on the open tickets that are there: calls, and time beside a bare call.
import { createEscalationJob } from '../dist/src/addons/escalation/escalation-job.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';
import { scaled } from './scaled.mjs';

const LEVEL = 'x_support.escalation';
const TICKET = 'x_support.ticket';
const OPEN = [['x_state', '!=', 'done']];
const CURSOR = { value: undefined, advance: async () => undefined };
const QUIET = { error() {}, warn() {}, info() {}, debug() {} };

export async function benchEscalation({ parts }) {
  const { odoo } = parts;
  const { signal } = new AbortController();
  let calls = 0;
  const counted = createOdoo({
    call(...call) {
      calls += 1;
      return odoo.call(...call);
    },
  });
  const job = createEscalationJob({ odoo: counted, clock: { now: () => new Date() } });
  const run = () => job.run({ log: QUIET, signal, cursor: CURSOR });
  const open = await odoo.call(TICKET, 'search_count', [OPEN]);
  // All of them are watched, and none is due while anybody measures.
  const level = await odoo.call(LEVEL, 'create', [
    { x_name: 'Bench', x_when: 'unassigned', x_hours: 100_000, x_mails: true },
  ]);
  try {
    const before = process.memoryUsage().rss;
    const all = await timed(run);
    const grown = Math.max(0, process.memoryUsage().rss - before) / 1e6;
    print(
      'escalation: look at all',
      `${(open / all).toFixed(0)} tickets/s`,
      `${open} open, ${calls} calls, memory +${grown.toFixed(0)} MB`,
    );
    await waitFor(async () => !(await job.isNeeded(signal)), run);

    calls = 0;
    const rounds = scaled(30, 3);
    const [idle, bare] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      idle.push(await timed(() => job.isNeeded(signal)));
      bare.push(
        await timed(() => odoo.call('x_support.job', 'search_read', [[]], { fields: ['x_key'], limit: 1 })),
      );
    }
    const ratio = (median(bare) / median(idle)).toFixed(2);
    print('escalation: nothing due', ms(idle), `${calls / rounds} calls, ratio ${ratio} to a bare call`);

    const [ticket] = await odoo.call(TICKET, 'search', [OPEN], { limit: 1 });
    const changed = [];
    calls = 0;
    for (let round = 0; round < 3; round += 1) {
      await odoo.call(TICKET, 'write', [[ticket], { x_is_automatic: round % 2 === 0 }]);
      await waitFor(() => job.isNeeded(signal));
      calls = 0;
      changed.push(
        await timed(async () => {
          await job.isNeeded(signal);
          await run();
        }),
      );
    }
    print('escalation: one ticket changed', ms(changed), `${calls} calls, nothing due`);
  } finally {
    await odoo.call(LEVEL, 'unlink', [[level]]);
  }
}

/** A change is looked at a second after it was made. */
async function waitFor(isSo, meanwhile = async () => undefined) {
  while (!(await isSo())) {
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (values) => `${(median(values) * 1000).toFixed(1)} ms`;
const print = (what, amount, more) => console.log(`${what.padEnd(34)} ${amount.padStart(14)}  ${more}`);
