import { startOdooEmulator } from '../../emulator/odoo/server.ts';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createTransport } from '../../src/odoo/transport.ts';
import { activateLanguages, buildState } from './build-state.ts';
import { recordCalls } from './record-calls.ts';
import type { RecordedCall } from './recorded-call.ts';
import { listVersions, type RecordedState, readState, writeState } from './recorded-state.ts';
import { replayCalls } from './replay-calls.ts';
import { takeSnapshot } from './take-snapshot.ts';

interface Account {
  readonly url: string;
  readonly db: string;
  readonly username: string;
  readonly password: string;
}

interface RecordOptions {
  readonly version: string;
  /** An Odoo to which this version was deployed, and which holds data to keep; else the last version's, upgraded. */
  readonly filled: Account | undefined;
  readonly print: (line: string) => void;
}

/** Adds the version at hand to those from which all later ones must be reached. */
export async function record({ version, filled, print }: RecordOptions): Promise<void> {
  const last = readState(
    listVersions()
      .filter((name) => name !== version)
      .at(-1) ?? '',
  );
  const { deployed, people } = await withEmulator(async (odoo) => {
    const recorder = recordCalls(odoo);
    await deploy(createOdoo(recorder));
    return { deployed: await recorder.read(), people: await replayable(odoo, last.people, print) };
  });
  const data = filled
    ? await withOdoo(filled, takeSnapshot)
    : await withEmulator((odoo) => carry(odoo, last));
  writeState(version, { deployed, people, data, portal: last.portal });
  const rows = data.tables.map((table) => `${table.rows.length} × ${table.model}`);
  print(`${version}: ${deployed.length} calls, ${people.length} changes of people, ${rows.join(', ')}`);
}

async function deploy(odoo: Odoo): Promise<void> {
  const planned = await plan(
    odoo,
    addons.map(({ declaration }) => declaration),
  );
  await apply(odoo, planned, () => undefined);
}

/** What people once changed may no longer be there. */
async function replayable(
  odoo: Odoo,
  calls: readonly RecordedCall[],
  print: (line: string) => void,
): Promise<readonly RecordedCall[]> {
  const kept: RecordedCall[] = [];
  for (const call of calls) {
    try {
      await replayCalls(odoo, [call]);
      kept.push(call);
    } catch (error) {
      print(`left out: ${call.model}.${call.method} ${JSON.stringify(call.args)}: ${error}`);
    }
  }
  return kept;
}

async function carry(odoo: Odoo, last: RecordedState) {
  await buildState(odoo, last);
  await deploy(odoo);
  return takeSnapshot(odoo);
}

async function withEmulator<T>(use: (odoo: Odoo) => Promise<T>): Promise<T> {
  const { url, database: db, close } = await startOdooEmulator();
  try {
    return await withOdoo({ url, db, username: 'admin', password: 'admin' }, async (odoo) => {
      await activateLanguages(odoo);
      return use(odoo);
    });
  } finally {
    await close();
  }
}

async function withOdoo<T>({ url, ...account }: Account, use: (odoo: Odoo) => Promise<T>): Promise<T> {
  const transport = createTransport({ baseUrl: url, timeoutMs: 120_000 });
  try {
    return await use(createOdoo(new OdooClient({ transport, ...account })));
  } finally {
    transport.close();
  }
}

/** `npm run record:upgrade -- 0.2.0`, on a Node that reads TypeScript (22.18 or newer). */
if (process.argv[1]?.endsWith('record.ts')) {
  const [version] = process.argv.slice(2);
  const {
    ODOO_URL: url,
    ODOO_DB: db,
    ODOO_USERNAME: username = 'admin',
    ODOO_PASSWORD: password = 'admin',
  } = process.env;
  if (!version) throw new Error('Name the version: npm run record:upgrade -- 0.2.0');
  const filled = url && db ? { url, db, username, password } : undefined;
  await record({ version, filled, print: (line) => process.stdout.write(`${line}\n`) });
}
