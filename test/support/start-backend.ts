import { type OdooEmulator, startOdooEmulator } from '../../src/emulator/odoo/server.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createFiles, type Files } from '../../src/odoo/files.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createSessions, type Sessions } from '../../src/odoo/session.ts';
import { createTransport, type Transport } from '../../src/odoo/transport.ts';

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
  /** Absent on a real Odoo: nobody counts or breaks its calls. */
  readonly emulator: OdooEmulator | undefined;
  close(): Promise<void>;
}

export async function startBackend(): Promise<Backend> {
  const emulator = process.env.TEST_BACKEND === 'live' ? undefined : await startOdooEmulator();
  const settings = emulator
    ? { ODOO_URL: emulator.url, ODOO_DB: emulator.database, ODOO_USERNAME: 'admin', ODOO_PASSWORD: 'admin' }
    : liveSettings();
  const transport = createTransport({ baseUrl: settings.ODOO_URL, timeoutMs: 120_000 });
  const client = new OdooClient({
    transport,
    db: settings.ODOO_DB,
    username: settings.ODOO_USERNAME,
    password: settings.ODOO_PASSWORD,
  });
  const odoo = createOdoo(client);
  return {
    kind: emulator ? 'emulator' : 'live',
    settings,
    transport,
    client,
    odoo,
    files: createFiles({ odoo, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
    sessions: createSessions({ transport, db: settings.ODOO_DB }),
    emulator,
    async close() {
      transport.close();
      await emulator?.close();
    },
  };
}

function liveSettings(): Backend['settings'] {
  const setting = (name: string) => {
    const value = process.env[name];
    if (!value)
      throw new Error(`${name} is not set: test:live needs a real Odoo 18 with a database to spare`);
    return value;
  };
  return {
    ODOO_URL: setting('ODOO_URL'),
    ODOO_DB: setting('ODOO_DB'),
    ODOO_USERNAME: setting('ODOO_USERNAME'),
    ODOO_PASSWORD: setting('ODOO_PASSWORD'),
  };
}
