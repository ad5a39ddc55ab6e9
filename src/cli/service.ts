import { tmpdir } from 'node:os';
import { collectDefaultMetrics } from 'prom-client';
import type { Settings } from '../config.ts';
import { createJobLedger } from '../jobs/job-ledger.ts';
import { createJobMetrics } from '../jobs/metrics.ts';
import { createScheduler } from '../jobs/scheduler.ts';
import { ConfigurationError } from '../lib/settings-part.ts';
import { describeInOwnLanguage } from '../odoo/own-language.ts';
import { createPortal } from '../portal/app.ts';
import { createBrand } from '../portal/brand.ts';
import { createPasswordReset } from '../portal/password-reset.ts';
import { createSiteFooter } from '../portal/site-footer.ts';
import { createSiteMenu } from '../portal/site-menu.ts';
import { createSpool } from '../portal/spool.ts';
import type { Parts } from './compose.ts';
import { prepareSpool } from './prepare-spool.ts';
import { startWebServer } from './web-server.ts';

export interface Service {
  /** Where the portal listens. */
  readonly url: string;
  /** Takes no more requests, finishes those under way and the job that runs. */
  stop(): Promise<void>;
}

/** The portal and the scheduled jobs in one process. */
export async function startService(parts: Parts): Promise<Service> {
  const { settings, addons, log, pages, forms, files, jobs, services } = parts;
  const { clock, registry, i18n } = services;
  const cookieSecret = getCookieSecret(settings);
  collectDefaultMetrics({ register: registry });
  const scheduler = createScheduler({
    jobs,
    ledger: createJobLedger(services.odoo),
    clock,
    log,
    metrics: createJobMetrics(registry),
    describe: (error) => describeInOwnLanguage(services.odoo, i18n.sayIn, error),
  });
  const server = await startWebServer({ host: settings.HOST, port: settings.PORT });
  const url = `http://localhost:${server.port}`;
  const spool = createSpool({ folder: tmpdir() });
  await prepareSpool(spool, log);
  const odooUrl = settings.ODOO_PUBLIC_URL ?? settings.ODOO_URL;
  server.answer(
    createPortal({
      ...pages,
      forms,
      files,
      log,
      clock,
      brand: createBrand({ service: pages.service, clock, log }),
      siteMenu: createSiteMenu({ service: pages.service, odooUrl, clock, log }),
      siteFooter: createSiteFooter({ odooUrl: settings.ODOO_URL, publicUrl: odooUrl, clock, log }),
      offersReset: createPasswordReset({ odooUrl: settings.ODOO_URL, clock, log }),
      publicUrl: settings.PUBLIC_URL ?? url,
      odooUrl,
      cookieSecret,
      trustProxy: parseTrustProxy(settings.TRUST_PROXY),
      rateLimit: settings.RATE_LIMIT,
      spool,
      registry,
      metricsToken: settings.METRICS_TOKEN,
      contributions: services.contributions,
      parts: addons.flatMap(({ portal }) => portal ?? []),
    }),
  );
  scheduler.start();
  log.info('serving', {
    url,
    publicUrl: settings.PUBLIC_URL ?? url,
    jobs: jobs.map(({ name }) => name).join(),
  });
  return {
    url,
    async stop() {
      await Promise.all([server.stop(), scheduler.stop()]);
    },
  };
}

function getCookieSecret({ COOKIE_SECRET }: Settings): string {
  if (COOKIE_SECRET !== undefined) return COOKIE_SECRET;
  throw new ConfigurationError('COOKIE_SECRET is not set', {
    code: 'configuration',
    help: 'It signs the portal’s cookies. Make one with: openssl rand -hex 32',
  });
}

/** Express takes a count of proxies or their addresses. */
function parseTrustProxy(value: string | undefined): number | string | boolean {
  if (value === undefined) return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}
