import { startOdooEmulator } from '../../emulator/odoo/server.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createFiles, type Files } from '../../src/odoo/files.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSessions, type Sessions } from '../../src/odoo/session.ts';
import { createTransport, type Transport } from '../../src/odoo/transport.ts';
import { installNeeded } from './install-needed.ts';
import { type WatchedOdoo, watchOdoo } from './watch-odoo.ts';

/** An Odoo to test against: the emulator, or the real one that ODOO_* names under `npm run test:live`. */
export interface Backend {
  readonly kind: 'emulator' | 'live';
  readonly settings: {
    readonly ODOO_URL: string;
    readonly ODOO_DB: string;
    readonly ODOO_USERNAME: string;
    readonly ODOO_PASSWORD: string;
  };
  readonly transport: Transport;
  /** The administrator. */
  readonly client: OdooClient;
  readonly odoo: Odoo;
  readonly files: Files;
  readonly sessions: Sessions;
  /** Where its calls are counted, and broken. */
  readonly watched: WatchedOdoo;
  close(): Promise<void>;
}

export interface BackendOptions {
  /** Another one of the real Odoo than ODOO_DB. */
  readonly database?: string | undefined;
  /** What the emulator begins with, rather than with a fresh database. */
  readonly backup?: Uint8Array | undefined;
  /** By which the emulator lives; a real Odoo has its own. */
  readonly clock?: (() => Date) | undefined;
}

export async function startBackend({ database, ...emulated }: BackendOptions = {}): Promise<Backend> {
  const kind = process.env.TEST_BACKEND === 'live' ? 'live' : 'emulator';
  const { watched, account } = kind === 'live' ? await startLive(database) : await startEmulated(emulated);
  const settings = { ...account, ODOO_URL: watched.url };
  const transport = createTransport({ baseUrl: settings.ODOO_URL, timeoutMs: 120_000 });
  const client = new OdooClient({
    transport,
    db: settings.ODOO_DB,
    username: settings.ODOO_USERNAME,
    password: settings.ODOO_PASSWORD,
  });
  const odoo = createOdoo(client);
  await installNeeded(odoo);
  return {
    kind,
    settings,
    transport,
    client,
    odoo,
    files: createFiles({ odoo, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
    sessions: createSessions({ transport, db: settings.ODOO_DB }),
    watched,
    async close() {
      transport.close();
      await watched.close();
    },
  };
}

async function startEmulated({ backup, clock }: BackendOptions) {
  const emulator = await startOdooEmulator({ backup, ...(clock ? { clock } : {}) });
  const account = { ODOO_DB: emulator.database, ODOO_USERNAME: 'admin', ODOO_PASSWORD: 'admin' };
  return { watched: emulator, account };
}

async function startLive(database: string | undefined) {
  const setting = (name: string) => {
    const value = process.env[name];
    if (!value)
      throw new Error(`${name} is not set: test:live needs a real Odoo 18 with a database to spare`);
    return value;
  };
  const account = {
    ODOO_DB: database ?? setting('ODOO_DB'),
    ODOO_USERNAME: setting('ODOO_USERNAME'),
    ODOO_PASSWORD: setting('ODOO_PASSWORD'),
  };
  return { watched: await watchOdoo(setting('ODOO_URL')), account };
}
