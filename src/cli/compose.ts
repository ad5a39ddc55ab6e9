import { Registry } from 'prom-client';
import type { Importer } from '../addons/imports/importer.ts';
import { createImportJob } from '../addons/imports/job.ts';
import { createImportMetrics } from '../addons/imports/metrics.ts';
import { addons } from '../addons/index.ts';
import { createZammadImporter } from '../addons/zammad/create-importer.ts';
import type { Settings } from '../config.ts';
import type { Job } from '../jobs/job.ts';
import { systemClock } from '../lib/clock.ts';
import { createLog, type Log } from '../lib/log.ts';
import { OdooClient } from '../odoo/client.ts';
import { createFiles, type Files } from '../odoo/files.ts';
import { createOdoo, type Odoo } from '../odoo/model-api.ts';
import { createSessions } from '../odoo/session.ts';
import { createTransport, type Transport } from '../odoo/transport.ts';
import type { Lane } from '../portal/lane.ts';
import type { AddonDeclaration } from '../schema/index.ts';

/** The live parts that commands work with. */
export interface Parts {
  readonly log: Log;
  readonly client: OdooClient;
  /** Odoo as the service account sees it. */
  readonly odoo: Odoo;
  /** What customers look at. */
  readonly pages: Lane;
  /** What customers send. */
  readonly forms: Lane;
  /** Attachments, as streams, through the service account. */
  readonly files: Files;
  readonly declarations: readonly AddonDeclaration[];
  /** Where tickets are imported from. */
  readonly importers: readonly Importer[];
  readonly jobs: readonly Job[];
  /** What `/metrics` shows. */
  readonly registry: Registry;
  close(): void;
}

/** A change of a model makes Odoo load all of its models anew, which takes a busy one a while. */
const SERVICE_TIMEOUT_MS = 120_000;
/** Nobody waits longer for a page. */
const PAGE_TIMEOUT_MS = 10_000;

/** What customers make Odoo do at once; more wait their turn. To write costs it ten times what a page does. */
const READS_AT_ONCE = 16;
const WRITES_AT_ONCE = 8;

/** The one place that wires. Imports and other jobs, readers and writers do not wait for each other's turn. */
export function compose(settings: Settings): Parts {
  const { ODOO_URL: baseUrl, IMPORT_POLL_SECONDS: pollSeconds } = settings;
  const service = createTransport({ baseUrl, timeoutMs: SERVICE_TIMEOUT_MS });
  const reading = createTransport({ baseUrl, timeoutMs: PAGE_TIMEOUT_MS, concurrency: READS_AT_ONCE });
  const writing = createTransport({ baseUrl, timeoutMs: SERVICE_TIMEOUT_MS, concurrency: WRITES_AT_ONCE });
  const db = settings.ODOO_DB;
  const account = { db, username: settings.ODOO_USERNAME, password: settings.ODOO_PASSWORD };
  const client = new OdooClient({ transport: service, ...account });
  const laneOn = (transport: Transport): Lane => ({
    sessions: createSessions({ transport, db }),
    service: createOdoo(new OdooClient({ transport, ...account })),
  });
  const pages = laneOn(reading);
  const log = createLog({ level: settings.LOG_LEVEL, format: settings.LOG_FORMAT });
  const odoo = createOdoo(client);
  const registry = new Registry();
  const metrics = createImportMetrics(registry);
  const importers = settings.sources.map(createZammadImporter);
  return {
    log,
    client,
    odoo,
    pages,
    forms: laneOn(writing),
    files: createFiles({ odoo: pages.service, baseUrl, db }),
    importers,
    registry,
    jobs: [
      ...(importers.length > 0
        ? [createImportJob({ odoo, importers, clock: systemClock, pollSeconds, metrics })]
        : []),
      ...addons.flatMap(({ jobs }) => jobs?.({ odoo, clock: systemClock }) ?? []),
    ],
    declarations: addons.map(({ declaration }) => declaration),
    close() {
      for (const importer of importers) importer.close();
      service.close();
      reading.close();
      writing.close();
    },
  };
}
