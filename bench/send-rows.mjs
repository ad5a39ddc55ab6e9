// The rows that an import sent, once more under another source's name: in the same batches, or one by one.
import { createReadStream } from 'node:fs';
import { Agent } from 'node:http';
import { createInterface } from 'node:readline';
import { OdooClient } from '../dist/odoo/client.js';
import { createTransport } from '../dist/odoo/transport.js';
import { exchange } from './load.mjs';

/** All of them, straight to Odoo, one call after the other. */
export async function sendBare(file, settings, from, to) {
  const { ODOO_URL, ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD } = settings;
  const agent = new Agent({ keepAlive: true });
  const rpc = async (service, method, args) => {
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { service, method, args } });
    const answer = JSON.parse((await exchange(new URL('/jsonrpc', ODOO_URL), options, body)).body);
    if (answer.error) throw new Error(answer.error.data?.message ?? answer.error.message);
    return answer.result;
  };
  const uid = await rpc('common', 'authenticate', [ODOO_DB, ODOO_USERNAME, ODOO_PASSWORD, {}]);
  let calls = 0;
  let seconds = 0;
  for await (const { model, args, kwargs } of readCalls(file, from, to)) {
    const start = performance.now();
    const result = await rpc('object', 'execute_kw', [
      ODOO_DB,
      uid,
      ODOO_PASSWORD,
      model,
      'load',
      args,
      kwargs,
    ]);
    seconds += (performance.now() - start) / 1000;
    calls += 1;
    if (result.ids === false) throw new Error(`${model}: ${result.messages[0].message}`);
  }
  agent.destroy();
  return { calls, seconds };
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
  for await (const { model, args } of readCalls(file, from, to)) {
    const [columns, rows] = args;
    if (model === 'x_support.ticket') {
      for (const row of rows.slice(0, SINGLE_TICKETS - tickets)) {
        await createOne(model, columns, row);
        tickets += 1;
      }
    }
    if (model === 'mail.message') {
      for (const row of rows.slice(0, tickets * 2)) await createOne(model, columns, row);
      break;
    }
  }
  transport.close();
  return { tickets, calls, seconds: (performance.now() - start) / 1000 };

  async function createOne(model, columns, row) {
    const values = Object.fromEntries(columns.map((column, index) => [column, row[index]]));
    const { id: externalId, ...cells } = values;
    const record = Object.fromEntries(
      Object.entries(cells)
        .filter(([column, cell]) => cell !== '' && !column.includes('/'))
        .map(([column, cell]) => [column, toValue(column, cell)]),
    );
    const name = externalId.replace(/^.*\./, '');
    const known = await odoo.search('ir.model.data', { module: '__zammad__', name });
    if (known.length === 0) await odoo.create(model, record, name, '__zammad__');
    calls += 3;
  }
}

const BOOLEANS = ['is_internal', 'x_is_merged', 'x_import_pending'];

function toValue(column, cell) {
  if (BOOLEANS.includes(column)) return cell === '1';
  return column === 'res_id' ? Number(cell) : cell;
}

/** Read line by line: all rows of a large import do not fit into memory. */
async function* readCalls(file, from, to) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    yield JSON.parse(line.replaceAll(from, to));
  }
}
