// The rows that an import sent, once more under another source's name: in the same batches, or one by one.
import { createReadStream } from 'node:fs';
import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { OdooClient } from '../dist/src/odoo/client.js';
import { createTransport } from '../dist/src/odoo/transport.js';
import { exchangeWell } from './exchange.mjs';

/** All of them, straight to Odoo, one call after the other; `change` may make other calls of them. */
export async function sendBare(file, settings, from, to, change = (call) => call) {
  const { ODOO_URL, ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD } = settings;
  const agent = new Agent({ keepAlive: true });
  const rpc = async (service, method, args) => {
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { service, method, args } });
    const answer = JSON.parse((await exchangeWell(new URL('/jsonrpc', ODOO_URL), options, body)).body);
    if (answer.error) throw new Error(answer.error.data?.message ?? answer.error.message);
    return answer.result;
  };
  const uid = await rpc('common', 'authenticate', [ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD, {}]);
  let calls = 0;
  let seconds = 0;
  const call = ({ model, method, args, kwargs }) =>
    rpc('object', 'execute_kw', [ODOO_DB, uid, ODOO_PASSWORD, model, method, args, kwargs]);
  for await (const recorded of readCalls(file, from, to)) {
    const changed = await change(recorded, call);
    const start = performance.now();
    const result = await call(changed);
    seconds += (performance.now() - start) / 1000;
    calls += 1;
    if (result.ids === false) throw new Error(`${changed.model}: ${result.messages[0].message}`);
  }
  agent.destroy();
  return { calls, seconds };
}

/** The same records for Odoo's own `load`. */
export async function toLoad(recorded, call) {
  const asked = recorded.kwargs.context.supportdesk_records;
  if (!asked) return recorded;
  const { model, records, context } = asked;
  const names = Object.keys(records[0].values);
  const types = await call({ model, method: 'fields_get', args: [names, ['type']], kwargs: {} });
  const columns = names.map((name) => (/^many2(one|many)$/.test(types[name].type) ? `${name}/.id` : name));
  const lines = records.map(({ xml_id, values }) => [xml_id, ...names.map((name) => toCell(values[name]))]);
  return { model, method: 'load', args: [['id', ...columns], lines], kwargs: { context } };
}

function toCell(value) {
  if (value === false) return '';
  if (value === true) return '1';
  return Array.isArray(value) ? value[0][2].join() : String(value);
}

const SINGLE_TICKETS = 100;

/** The first tickets with their messages, each looked up, created and named by itself, with odoo-await's helpers. */
export async function sendOneByOne(file, settings, from, to) {
  const transport = createTransport({ baseUrl: settings.ODOO_URL });
  const odoo = new OdooClient({
    transport,
    db: settings.ODOO_DB,
    username: settings.ODOO_USERNAME,
    password: settings.ODOO_PASSWORD,
  });
  await odoo.connect();
  let tickets = 0;
  let calls = 0;
  const start = performance.now();
  for await (const { kwargs } of readCalls(file, from, to)) {
    const { model, records } = kwargs.context.supportdesk_records ?? {};
    if (model === 'x_support.ticket') {
      for (const record of records.slice(0, SINGLE_TICKETS - tickets)) {
        await createOne(model, record);
        tickets += 1;
      }
    }
    if (model === 'mail.message') {
      for (const record of records.slice(0, tickets * 2)) await createOne(model, record);
      break;
    }
  }
  transport.close();
  return { tickets, calls, seconds: (performance.now() - start) / 1000 };

  async function createOne(model, { xml_id, values }) {
    const name = xml_id.replace(/^.*\./, '');
    const known = await odoo.search('ir.model.data', { module: '__zammad__', name });
    if (known.length === 0) await odoo.create(model, values, name, '__zammad__');
    calls += 3;
  }
}

/** Read line by line: all rows of a large import do not fit into memory. */
async function* readCalls(file, from, to) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line.replaceAll(from, to));
  }
}
