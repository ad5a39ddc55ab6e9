import { OdooClient } from './client.ts';
import { createFiles, type Files } from './files.ts';
import { createOdoo, type Odoo } from './model-api.ts';
import { createServiceSession } from './service-session.ts';
import { createTransport } from './transport.ts';

export interface ConnectionOptions {
  readonly url: string;
  readonly db: string;
  readonly username: string;
  /** A password or an API key. */
  readonly password: string;
  /** Milliseconds until a call is given up; 30,000 unless told. */
  readonly timeoutMs?: number;
  /** Calls under way at once; 4 unless told, and more wait their turn. */
  readonly concurrency?: number;
}

export interface Connection {
  readonly client: OdooClient;
  readonly odoo: Odoo;
  readonly files: Files;
  close(): Promise<void>;
}

/** All that talks to one Odoo as one user. It logs in with the first call, and once; after some calls it keeps a session. */
export function createConnection({ url, db, username, password, ...options }: ConnectionOptions): Connection {
  const transport = createTransport({ baseUrl: url, ...options });
  const account = { db, username, password };
  const session = createServiceSession(account);
  const client = new OdooClient({ transport, session, ...account });
  const odoo = createOdoo(client);
  return {
    client,
    odoo,
    files: createFiles({ odoo, baseUrl: url, db }),
    close: () => session.close().finally(transport.close),
  };
}
