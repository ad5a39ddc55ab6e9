import { createHmac } from 'node:crypto';
import { tmpdir } from 'node:os';
import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import type { Clock } from '../lib/clock.ts';
import { createI18n } from '../lib/i18n.ts';
import type { Log } from '../lib/log.ts';
import { projectFolder } from '../lib/project-folder.ts';
import { readTexts } from '../lib/read-texts.ts';
import type { Contribution } from '../lib/slot.ts';
import type { Files } from '../odoo/files.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { createAccess } from './access.ts';
import { createAssets } from './assets.ts';
import { type Brand, NO_BRAND } from './brand.ts';
import { createCsrf } from './csrf.ts';
import { createCustomerRoutes } from './customer-routes.ts';
import { PATIENCE } from './deadline.ts';
import { deriveKey } from './derive-key.ts';
import { createErrorHandler, notFound } from './errors.ts';
import { FIELDS, PLAIN_FORM_BYTES } from './form-limits.ts';
import { cutPorts } from './forwarded-for.ts';
import { createFrames } from './frames.ts';
import { createHealthRoutes } from './health.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createHomeRoute, HOME_PATH } from './home-page.ts';
import { createIdentityTokens } from './identity-token.ts';
import type { Lane } from './lane.ts';
import { createLanguageRoutes } from './language-routes.ts';
import { createLoginRoutes } from './login-routes.ts';
import { createMaskedLog } from './masked-log.ts';
import { createMetricsRoutes } from './metrics.ts';
import { createNavigation } from './navigation.ts';
import { createPages } from './pages.ts';
import { createRoutes, type PortalPart } from './part.ts';
import { askerOf, createRateLimits } from './rate-limit.ts';
import { createRenderer, listTemplates } from './render.ts';
import { createRequestLog } from './request-log.ts';
import type { PortalServices } from './route.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { createSendFile } from './send-file.ts';
import { createBrowserSession } from './session.ts';
import { NO_SITE_FOOTER, type SiteFooter } from './site-footer.ts';
import { NO_SITE_MENU, type SiteMenu } from './site-menu.ts';
import { createSpool, type Spool } from './spool.ts';
import { createTables } from './tables.ts';

/** Pages are read on this lane, and so is whatever has none of its own. */
export interface PortalOptions extends Lane {
  /** The lane of what customers send: both the proof that they may, and the writing. */
  readonly forms?: Lane;
  /** The service account's way to files. */
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  /** Where customers reach the portal, such as `https://support.example.com`. */
  readonly publicUrl: string;
  /** Where customers reach Odoo; the same host name as `publicUrl` where both stand behind one proxy. */
  readonly odooUrl: string;
  readonly cookieSecret: string;
  /** Express' `trust proxy`: whose X-Forwarded-For is believed. */
  readonly trustProxy: boolean | number | string;
  /** What the addons bring. */
  readonly parts: readonly PortalPart[];
  /** What the addons hand to each other. */
  readonly contributions?: readonly Contribution[];
  /** Logins an address, and writes a customer, may send in a minute; 0 for any number. */
  readonly rateLimit?: number;
  /** What `/metrics` shows; without one there is no such page. */
  readonly registry?: Registry;
  /** Who brings it may read `/metrics`; without one nobody may. */
  readonly metricsToken?: string | undefined;
  /** The menu of the company's website; without it there is none. */
  readonly siteMenu?: SiteMenu;
  /** The footer of that website. */
  readonly siteFooter?: SiteFooter;
  /** The company's look; without it the portal has its own. */
  readonly brand?: Brand;
  /** Whether Odoo sends links for a new password; without it the login page has none. */
  readonly offersReset?: () => boolean;
  /** Where files pass through; the system's folder for temporary files unless told. */
  readonly spool?: Spool;
  /** Milliseconds without an answer until a customer is told that Odoo is too slow. */
  readonly deadlineMs?: number;
}

/** The customer portal as an Express app; it never listens by itself. */
export function createPortal(options: PortalOptions): Express {
  const { clock, cookieSecret, odooUrl } = options;
  const log = createMaskedLog(options.log);
  const heartbeat = createHeartbeat();
  const listen = ({ sessions, service }: Lane): Lane => ({
    sessions: heartbeat.listenAll(sessions),
    service: createOdoo(heartbeat.listen(service)),
  });
  const pages = listen(options);
  const forms = options.forms ? listen(options.forms) : pages;
  const isSecure = options.publicUrl.startsWith('https:');
  const patience = {
    ms: options.deadlineMs ?? PATIENCE.ms,
    crowd: { ms: PATIENCE.crowdMs, lastAnswer: heartbeat.lastAnswer },
  };
  const brand = options.brand ?? NO_BRAND;
  const entries = options.parts.flatMap((part) => part.navigation ?? []);
  const navigation = createNavigation(entries, { service: pages.service, clock, log });
  const tiles = options.parts.flatMap((part) => part.home ?? []);
  const home = entries[0]?.href ?? HOME_PATH;

  const session = createBrowserSession(
    createIdentityTokens(cookieSecret, pages.sessions.db, clock),
    isSecure,
  );
  const csrf = createCsrf(cookieSecret, session, isSecure);
  const assets = createAssets(projectFolder('public'));
  const limits = createRateLimits(options.rateLimit ?? 30, session);
  const spool = options.spool ?? createSpool({ folder: tmpdir() });
  const i18n = createI18n(readTexts());
  const createFrame = createFrames({
    ...{ i18n, session, csrf, assetUrls: assets.urls, clock, brand, odooUrl },
    offersReset: options.offersReset ?? (() => false),
    siteMenu: options.siteMenu ?? NO_SITE_MENU,
    siteFooter: options.siteFooter ?? NO_SITE_FOOTER,
    navigation,
    home,
  });
  const sendPage = createPages(createRenderer(projectFolder('templates')), createFrame);
  const templates = new Set(listTemplates(projectFolder('templates')));
  const services: PortalServices = {
    contributions: options.contributions ?? [],
    hasTemplate: (name) => templates.has(name),
    files: options.files,
    clock,
    log,
    odooUrl,
    publicUrl: options.publicUrl,
    sign: (use, text) => createHmac('sha256', deriveKey(cookieSecret, use)).update(text).digest('base64url'),
  };
  const customerRoutes = createCustomerRoutes({
    routes: [createHomeRoute(tiles), ...createRoutes(options.parts, services)],
    lanes: { pages, forms },
    session,
    csrf,
    sendPage,
    sendTable: createTables(createFrame),
    sendFile: createSendFile({ spool, ownerOf: (req) => askerOf(req, session), log }),
    limits,
    spool,
    patience,
  });
  const loginRoutes = createLoginRoutes({
    sessions: pages.sessions,
    session,
    csrf,
    sendPage,
    limits,
    odooUrl: new URL(odooUrl).origin === new URL(options.publicUrl).origin ? odooUrl : undefined,
    patience,
    home,
    customerRoutes,
  });

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.use(cutPorts);
  app.use(createRequestLog(log));
  app.use(createHealthRoutes(pages.service, heartbeat, log));
  if (options.registry) app.use(createMetricsRoutes(options.registry, options.metricsToken));
  app.use(createSecurityHeaders(isSecure, odooUrl));
  app.use(assets.serve);
  app.use(brand.serve);
  app.use(session.read);
  app.use(express.urlencoded({ extended: false, limit: PLAIN_FORM_BYTES, parameterLimit: FIELDS }));
  app.use(loginRoutes);
  app.use(
    createLanguageRoutes({
      access: createAccess(forms.sessions, session),
      session,
      csrf,
      limit: limits.write,
      i18n,
      patience,
      home,
    }),
  );
  app.use(customerRoutes);
  // Only where the portal has a host name of its own; elsewhere the proxy sends this to Odoo.
  app.get('/', (_req, res) => res.redirect(303, HOME_PATH));
  app.use((_req, _res, next) => next(notFound()));
  app.use(createErrorHandler(sendPage, session, log, home));
  return app;
}
