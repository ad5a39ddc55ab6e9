// What a few who open a conversation of megabytes cost all the others, who read their lists meanwhile.
import { Agent } from 'node:http';
import { findExternalIds } from '../dist/src/odoo/external-ids.js';
import { createBrowser } from './browser.mjs';
import { CUSTOMER } from './fill.mjs';
import { scaled } from './scaled.mjs';

const MESSAGES = Number(process.env.BENCH_LONG ?? scaled(200, 20));
/** Of a message, so that 200 make 15 MB. */
const BYTES = 75_000;
const NAME = '__bench__.long_ticket';
/** How often each of the others reads its list, with and without. */
const LISTS = Number(process.env.BENCH_LISTS ?? scaled(10, 2));

/** `openers` browsers open the conversation at once while `readers` read lists, after these have read them alone. */
export async function benchLongConversation({ odoo, portal, readers, openers }) {
  const ticket = await fillConversation(odoo);
  const agent = new Agent({ keepAlive: true, maxSockets: openers });
  const browsers = [];
  for (let n = 0; n < openers; n += 1) {
    const browser = createBrowser(portal.url, agent);
    await browser.logIn(CUSTOMER);
    browsers.push(browser);
  }
  await readLists(readers, 1);
  const alone = await readLists(readers, LISTS);
  const before = portal.residentMegabytes();
  const watch = watchMemory(portal);
  const reading = readLists(readers, LISTS);
  const opened = await Promise.all(browsers.map((browser) => browser.get(`/my/tickets/${ticket}`)));
  const beside = await reading;
  const most = watch.stop();
  agent.destroy();
  if (opened.some(({ status }) => status !== 200)) throw new Error('not everybody gets the conversation');
  const megabytes = Math.round((MESSAGES * BYTES) / 1e6);
  console.log(`\n${openers} open ${megabytes} MB of messages, ${readers.length} read lists`);
  tell('lists alone', alone);
  tell('lists beside', beside);
  tell('conversation', sorted(opened.map(({ ms }) => ms)));
  const [p50, p99] = [0.5, 0.99].map((share) => (at(beside, share) / at(alone, share)).toFixed(2));
  console.log(`  lists take ${p50} times as long at the median, ${p99} at the 99th of a hundred`);
  const kilobytes = Math.round(Buffer.byteLength(opened[0].body) / 1000);
  console.log(`  a page of ${kilobytes} kB; memory ${before.toFixed(0)} MB, at most ${most.toFixed(0)} MB`);
}

async function readLists(readers, times) {
  const taken = await Promise.all(
    readers.map(async ({ browser }) => {
      const own = [];
      for (let n = 0; n < times; n += 1) {
        const { status, ms } = await browser.get('/my/tickets');
        if (status !== 200) throw new Error(`the list answers ${status}`);
        own.push(ms);
      }
      return own;
    }),
  );
  return sorted(taken.flat());
}

const sorted = (times) => times.toSorted((a, b) => a - b);

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];

function tell(what, times) {
  const [p50, p99] = [at(times, 0.5), at(times, 0.99)].map((ms) => ms.toFixed(0));
  console.log(`${what.padEnd(14)} ${String(times.length).padStart(5)}   p50 ${p50} ms   p99 ${p99} ms`);
}

/** The process's own, as Linux counts it, without having rubbish taken out. */
function watchMemory(portal) {
  let most = 0;
  const look = () => {
    most = Math.max(most, portal.residentMegabytes());
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

/** A ticket of the customer's who has long had some. */
async function fillConversation(odoo) {
  const found = await findExternalIds(odoo, [NAME, 'mail.mt_comment', '__bench__.contact_0']);
  const idOf = (name) => found.find(({ externalId }) => externalId === name)?.recordId;
  if (idOf(NAME)) return idOf(NAME);
  const values = { x_name: 'The long story', x_partner_id: idOf('__bench__.contact_0') };
  const ticket = [await odoo.call('x_support.ticket', 'create', [values])].flat()[0];
  for (let start = 0; start < MESSAGES; start += 20) {
    const rows = Array.from({ length: Math.min(20, MESSAGES - start) }, (_, n) => ({
      ...{ model: 'x_support.ticket', res_id: ticket, message_type: 'comment' },
      subtype_id: idOf('mail.mt_comment'),
      date: new Date(Date.UTC(2026, 0, 1) + (start + n) * 60_000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' '),
      body: `<p>${'What it says: &lt;b&gt; &amp; so on. '.repeat(BYTES / 36)}</p>`,
    }));
    await odoo.call('mail.message', 'create', [rows]);
  }
  const [module, name] = NAME.split('.');
  await odoo.call('ir.model.data', 'create', [{ module, name, model: 'x_support.ticket', res_id: ticket }]);
  return ticket;
}
