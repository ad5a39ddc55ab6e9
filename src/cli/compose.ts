import { addons } from '../addons/index.ts';
import type { Settings } from '../config.ts';
import type { Job } from '../jobs/job.ts';
import { systemClock } from '../lib/clock.ts';
import { createLog, type Log } from '../lib/log.ts';
import { OdooClient } from '../odoo/client.ts';
import { createOdoo, type Odoo } from '../odoo/model-api.ts';
import { createSessions, type Sessions } from '../odoo/session.ts';
import { createTransport } from '../odoo/transport.ts';
import type { AddonDeclaration } from '../schema/index.ts';
import { createZammadImport, type ZammadImport } from './zammad-import.ts';

/** The live parts that commands work with. */
export interface Parts {
  readonly log: Log;
  readonly client: OdooClient;
  /** Odoo as the service account sees it. */
  readonly odoo: Odoo;
  readonly declarations: readonly AddonDeclaration[];
  /** Customers' own sessions. */
  readonly sessions: Sessions;
  /** Where tickets are imported from; undefined where the settings name no source. */
  readonly zammad: ZammadImport | undefined;
  readonly jobs: readonly Job[];
  close(): void;
}

/** A change of a model makes Odoo load all of its models anew, which takes a busy one a while. */
const SERVICE_TIMEOUT_MS = 120_000;
/** Nobody waits longer for a page. */
const CUSTOMER_TIMEOUT_MS = 10_000;

/** The one place that wires. The service account's work and the customers' do not wait for each other's turn. */
export function compose(settings: Settings): Parts {
  const baseUrl = settings.ODOO_URL;
  const service = createTransport({ baseUrl, timeoutMs: SERVICE_TIMEOUT_MS });
  const customers = createTransport({ baseUrl, timeoutMs: CUSTOMER_TIMEOUT_MS, concurrency: 16 });
  const client = new OdooClient({
    transport: service,
    db: settings.ODOO_DB,
    username: settings.ODOO_USERNAME,
    password: settings.ODOO_PASSWORD,
  });
  const log = createLog({ level: settings.LOG_LEVEL, format: settings.LOG_FORMAT });
  const odoo = createOdoo(client);
  const zammad = createZammadImport(settings, odoo, log);
  return {
    log,
    client,
    odoo,
    sessions: createSessions({ transport: customers, db: settings.ODOO_DB }),
    zammad,
    jobs: [
      ...(zammad ? [zammad.job] : []),
      ...addons.flatMap(({ jobs }) => jobs?.({ odoo, clock: systemClock }) ?? []),
    ],
    declarations: addons.map(({ declaration }) => declaration),
    close() {
      zammad?.close();
      service.close();
      customers.close();
    },
  };
}
