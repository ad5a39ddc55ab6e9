// How fast the portal's pages are, as ratios of the raw calls they need, sent to the same Odoo in the same run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROW } from '../dist/addons/tickets/ticket-view.js';
import { findExternalIds } from '../dist/odoo/external-ids.js';
import { exchange, measure } from './load.mjs';

const TICKETS = 2_000;
const MESSAGES = 30;
const PORT = 38_111;

export async function benchPages({ parts, settings }) {
  const { customer, ticketId } = await prepare(parts.odoo);
  const { sessionId } = await parts.sessions.authenticate(customer.login, customer.password);
  const cookie = `session_id=${sessionId}`;
  const raw = (model, method, args, kwargs) => ({
    url: `${settings.ODOO_URL}/web/dataset/call_kw/${model}/${method}`,
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { model, method, args, kwargs } }),
  });
  const listKwargs = {
    domain: [],
    specification: ROW,
    order: 'x_opened_at desc, id desc',
    limit: 20,
    offset: 0,
  };

  const portal = await startPortal(settings);
  try {
    const url = `http://localhost:${PORT}/my/tickets`;
    const headers = { cookie: await visit(url, cookie) };
    // Turn and turn about, so that a drift of the machine touches both alike.
    const rounds = [];
    for (let round = 0; round < 3; round += 1) {
      rounds.push({
        floor: await measure(raw('x_support.ticket', 'web_search_read', [], listKwargs)),
        list: await measure({ url, headers }),
        ticket: await measure({ url: `${url}/${ticketId}`, headers, total: 200 }),
      });
    }
    const best = (name) => rounds.map((round) => round[name]).sort((a, b) => b.rate - a.rate)[0];
    const [floor, list, ticket] = [best('floor'), best('list'), best('ticket')];
    print('raw web_search_read, 20 rows', floor);
    print('list page, 20 rows', list, list.rate / floor.rate);
    print(`ticket page, ${MESSAGES} messages`, ticket);
  } finally {
    portal.kill('SIGTERM');
    await once(portal, 'exit');
  }
}

async function prepare(odoo) {
  const unique = Date.now().toString(36);
  const [company] = await odoo.call('res.partner', 'create', [
    [{ name: `Bench ${unique}`, is_company: true }],
  ]);
  const customer = { login: `bench.${unique}@example.com`, password: `bench-${unique}` };
  const [portal] = await findExternalIds(odoo, ['base.group_portal']);
  const [contact] = await odoo.call('res.partner', 'create', [
    [{ name: 'Bench Customer', parent_id: company }],
  ]);
  const user = {
    ...customer,
    name: 'Bench Customer',
    partner_id: contact,
    groups_id: [[6, 0, [portal.recordId]]],
  };
  await odoo.call('res.users', 'create', [[user]], { context: { no_reset_password: true } });
  const rows = Array.from({ length: TICKETS }, (_, index) => [
    `__bench__.ticket_${unique}_${index}`,
    `Scanner ${index} loses its connection`,
    String(contact),
    new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
  ]);
  const context = { tz: 'UTC', tracking_disable: true, mail_create_nosubscribe: true };
  const tickets = odoo.model({ name: 'x_support.ticket', fields: {} });
  const ids = [];
  for (let start = 0; start < rows.length; start += 500) {
    const columns = ['id', 'x_name', 'x_partner_id/.id', 'x_opened_at'];
    ids.push(...(await tickets.load(columns, rows.slice(start, start + 500), context)).ids);
  }
  const ticketId = ids.at(-1);
  await odoo.call('mail.message', 'create', [
    Array.from({ length: MESSAGES }, (_, index) => ({
      model: 'x_support.ticket',
      res_id: ticketId,
      message_type: 'comment',
      author_id: contact,
      body: `<p>Message ${index}: it happened again, this time in the middle of the afternoon shift.</p>`,
    })),
  ]);
  return { customer, ticketId };
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

function print(name, { rate, p50, p99 }, ratio) {
  const tail = ratio === undefined ? '' : `   ratio ${ratio.toFixed(2)}`;
  console.log(
    `${name.padEnd(34)} ${rate.toFixed(1).padStart(8)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms${tail}`,
  );
}
