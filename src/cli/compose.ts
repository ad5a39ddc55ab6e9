import { Registry } from 'prom-client';
import type { Addon } from '../addons/addon.ts';
import { applyConfig } from '../addons/apply-config.ts';
import { addons as allAddons } from '../addons/index.ts';
import type { Services } from '../addons/services.ts';
import { getConfig } from '../config/get-config.ts';
import { parseSettings, type Settings } from '../config.ts';
import type { Job } from '../jobs/job.ts';
import { systemClock } from '../lib/clock.ts';
import { createI18n } from '../lib/i18n.ts';
import { createLog, type Log } from '../lib/log.ts';
import { readTexts } from '../lib/read-texts.ts';
import type { Environment } from '../lib/settings-part.ts';
import { OdooClient } from '../odoo/client.ts';
import { createFiles, type Files } from '../odoo/files.ts';
import { createOdoo, type Odoo } from '../odoo/model-api.ts';
import { createServiceSession } from '../odoo/service-session.ts';
import { createSessions } from '../odoo/session.ts';
import { createTransport, type Transport } from '../odoo/transport.ts';
import type { Lane } from '../portal/lane.ts';
import type { AddonDeclaration } from '../schema/index.ts';

/** The live parts that commands work with. */
export interface Parts {
  readonly settings: Settings;
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
  /** Those that are on, as the organisation has them. */
  readonly addons: readonly Addon[];
  readonly declarations: readonly AddonDeclaration[];
  /** What the addons' jobs, commands and checks work with. */
  readonly services: Services;
  readonly jobs: readonly Job[];
  close(): Promise<void>;
}

/** A change of a model makes Odoo load all of its models anew, which takes a busy one a while. */
const SERVICE_TIMEOUT_MS = 120_000;
/** Nobody waits longer for a page. */
const PAGE_TIMEOUT_MS = 10_000;

/** What customers make Odoo do at once; more wait their turn. To write costs it ten times what a page does. */
export const READS_AT_ONCE = 16;
export const WRITES_AT_ONCE = 8;

/**
 * The one place that wires. Imports and other jobs, readers and writers do not wait for each other's turn.
 * @throws ConfigurationError with every problem of the organisation's YAML, else of the settings.
 */
export function compose(environment: Environment, known: readonly Addon[] = allAddons): Parts {
  const { config } = getConfig(environment, known);
  const addons = applyConfig(known, config);
  const settings = parseSettings(
    environment,
    addons.flatMap((addon) => addon.settings ?? []),
  );
  const { ODOO_URL: baseUrl, ODOO_DB: db } = settings;
  const service = createTransport({ baseUrl, timeoutMs: SERVICE_TIMEOUT_MS });
  const reading = createTransport({ baseUrl, timeoutMs: PAGE_TIMEOUT_MS, concurrency: READS_AT_ONCE });
  const writing = createTransport({ baseUrl, timeoutMs: SERVICE_TIMEOUT_MS, concurrency: WRITES_AT_ONCE });
  const account = { db, username: settings.ODOO_USERNAME, password: settings.ODOO_PASSWORD };
  const session = createServiceSession(account);
  const client = new OdooClient({ transport: service, session, ...account });
  const laneOn = (transport: Transport): Lane => ({
    sessions: createSessions({ transport, db }),
    service: createOdoo(new OdooClient({ transport, session, ...account })),
  });
  const pages = laneOn(reading);
  const closers: (() => void)[] = [];
  const files = createFiles({ odoo: pages.service, baseUrl, db });
  const services: Services = {
    odoo: createOdoo(client),
    files,
    clock: systemClock,
    log: createLog({ level: settings.LOG_LEVEL, format: settings.LOG_FORMAT }),
    i18n: createI18n(readTexts()),
    settings,
    config,
    contributions: addons.flatMap(({ contributes }) => contributes ?? []),
    registry: new Registry(),
    onClose: (close) => closers.unshift(close),
  };
  return {
    settings,
    log: services.log,
    client,
    odoo: services.odoo,
    pages,
    forms: laneOn(writing),
    files,
    addons,
    declarations: addons.map(({ declaration }) => declaration),
    services,
    jobs: addons.flatMap(({ jobs }) => jobs?.(services) ?? []),
    async close() {
      for (const close of closers) close();
      await session.close();
      for (const transport of [service, reading, writing]) transport.close();
    },
  };
}
