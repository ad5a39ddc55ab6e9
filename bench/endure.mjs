// `npm run bench:endure`: what long use does to the portal, on the Odoo that ODOO_* names or on the emulator.
// BENCH_REQUESTS pages and forms of all kinds, with the portal's memory after each tenth; and BENCH_CUSTOMERS at the
// same moment, each with a session and a ticket of their own; BENCH_OPENERS who open a conversation of 15 MB while
// BENCH_READERS read lists. Any may be 0.
import { gatherCrowd } from './crowd.mjs';
import { fill } from './fill.mjs';
import { benchLongConversation } from './long-conversation.mjs';
import { openOdoo } from './open-odoo.mjs';
import { startPortalProcess } from './portal-process.mjs';
import { scaled } from './scaled.mjs';

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 2_000);
const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 200);
const OPENERS = Number(process.env.BENCH_OPENERS ?? scaled(20, 2));
const READERS = Number(process.env.BENCH_READERS ?? scaled(50, 3));
/** As many as use the portal during the long run. */
const REGULARS = 8;
const SORTS = ['date', 'oldest', 'update', 'name'];

const { settings, parts, isEmulated, close } = await openOdoo();
const portal = await startPortalProcess(settings);
try {
  await fill(parts.odoo, {
    tickets: scaled(isEmulated ? 1_500 : 15_000, 30),
    companies: scaled(300, Math.max(REGULARS, READERS) + 1),
    own: scaled(200),
    messages: 30,
  });
  const count = Math.max(CUSTOMERS, REGULARS, READERS);
  const { crowd, leave } = await gatherCrowd({ odoo: parts.odoo, url: portal.url, count });
  if (CUSTOMERS > 0) await allAtOnce(crowd.slice(0, CUSTOMERS));
  if (OPENERS > 0 && READERS > 0) {
    await benchLongConversation({
      odoo: parts.odoo,
      portal,
      readers: crowd.slice(0, READERS),
      openers: OPENERS,
    });
  }
  if (REQUESTS > 0) await watchMemory(crowd.slice(0, REGULARS));
  leave();
} finally {
  await portal.stop();
  await close();
}

/** Everybody opens the list, a ticket, and answers, then looks at both again, without a pause for thought. */
async function allAtOnce(crowd) {
  const answers = createTally();
  const start = performance.now();
  await Promise.all(
    crowd.map(async ({ browser, ticketId }) => {
      const path = `/my/tickets/${ticketId}`;
      await answers.count('list', browser.get('/my/tickets'));
      const page = await answers.count('ticket', browser.get(path));
      if (page) await answers.count('reply', browser.submit(page, `${path}/reply`, { body: 'It is back.' }));
      await answers.count('ticket', browser.get(path));
      await answers.count('list', browser.get('/my/tickets'));
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  console.log(`\n${crowd.length} customers at once, ${seconds.toFixed(1)} s`);
  answers.print(seconds);
}

/** One request after the other by each, the rare ones as rare as they are. */
async function watchMemory(regulars) {
  const answers = createTally();
  for (const regular of regulars) regular.file = await sendFile(regular);
  console.log(`\n${'requests'.padStart(9)} ${'heap MB'.padStart(9)} ${'process MB'.padStart(11)}`);
  const start = performance.now();
  let sent = 0;
  await tellMemory(0);
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const end = Math.round((REQUESTS * tenth) / 10);
    await Promise.all(
      regulars.map(async (regular) => {
        while (sent < end) await ask(regular, sent++, answers);
      }),
    );
    await tellMemory(sent);
  }
  console.log('');
  answers.print((performance.now() - start) / 1000);
}

async function tellMemory(sent) {
  const { heap, rss } = await portal.measure();
  console.log(`${String(sent).padStart(9)} ${heap.toFixed(1).padStart(9)} ${rss.toFixed(0).padStart(11)}`);
}

/** Of a hundred: 35 lists, 25 tickets, 20 questions for news, 8 searches, 5 forms, 4 files, 2 dead ends, an answer. */
async function ask({ browser, ticketId, file }, number, answers) {
  const ticket = `/my/tickets/${ticketId}`;
  const turn = (number * 37) % 100;
  if (turn < 35)
    return answers.count('list', browser.get(`/my/tickets?sortby=${SORTS[turn % SORTS.length]}&limit=80`));
  if (turn < 60) return answers.count('ticket', browser.get(ticket));
  if (turn < 80) return answers.count('news', browser.get(`${ticket}/version`));
  if (turn < 88)
    return answers.count('search', browser.get(`/my/tickets?search=${turn % 2 ? 'afternoon' : 'scanner'}`));
  if (turn < 93) return answers.count('new', browser.get('/my/tickets/new'));
  if (turn < 97) return answers.count('file', browser.get(file));
  if (turn < 99) return answers.count('not found', browser.get('/my/tickets/2000000000'), 404);
  const page = await browser.get(ticket);
  return answers.count('reply', browser.submit(page, `${ticket}/reply`, { body: `Answer ${number}` }), 303);
}

/** A reply with a file; answers where the file is found. */
async function sendFile({ browser, ticketId }) {
  const path = `/my/tickets/${ticketId}`;
  const file = new File(['a line of a log\n'.repeat(6_000)], 'app.log');
  await browser.submit(await browser.get(path), `${path}/reply`, { body: 'The log' }, file);
  const { body } = await browser.get(path);
  return /href="(\/my\/tickets\/\d+\/files\/\d+)"/.exec(body)[1];
}

/** Latencies by kind of request, and what went wrong. */
function createTally() {
  const kinds = new Map();
  return {
    async count(kind, sending, expected) {
      if (!kinds.has(kind)) kinds.set(kind, { times: [], errors: new Map() });
      const { times, errors } = kinds.get(kind);
      const note = (error) => errors.set(error, (errors.get(error) ?? 0) + 1);
      try {
        const answer = await sending;
        times.push(answer.ms);
        const isRight = expected === undefined ? answer.status < 400 : answer.status === expected;
        if (isRight) return answer;
        note(`status ${answer.status}`);
      } catch (error) {
        note(error.code ?? error.message);
      }
      return undefined;
    },
    print(seconds) {
      for (const [kind, { times, errors }] of kinds) {
        times.sort((a, b) => a - b);
        const at = (share) =>
          times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
        const wrong = [...errors].map(([error, count]) => `${count} × ${error}`).join(', ') || 'no errors';
        console.log(
          `${kind.padEnd(10)} ${String(times.length).padStart(7)}   ${(times.length / seconds).toFixed(1).padStart(7)}/s   p50 ${at(0.5).toFixed(0)} ms   p99 ${at(0.99).toFixed(0)} ms   ${wrong}`,
        );
      }
    },
  };
}
