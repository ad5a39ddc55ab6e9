import { addons } from '../../src/addons/index.ts';
import type { Caller } from '../../src/odoo/caller.ts';
import { createFiles } from '../../src/odoo/files.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import type { PortalOptions } from '../../src/portal/app.ts';
import type { RegisteredRoute } from './list-routes.ts';
import type { Backend } from './start-backend.ts';
import { type Setup, startDeployed } from './start-deployed.ts';
import { startPortal } from './start-portal.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** The product on an Odoo: everything applied, and a portal whose service account has its one group and no more. */
export interface HelpDesk {
  readonly backend: Backend;
  /** The administrator's. */
  readonly odoo: Odoo;
  readonly url: string;
  /** Everything that the portal answers. */
  readonly routes: readonly RegisteredRoute[];
  /** A browser of their own for somebody, logged in. */
  visit(user?: { readonly login: string; readonly password: string }): Promise<Visitor>;
  close(): Promise<void>;
}

/** `mapService` may stand between the portal's service account, by which every page is read, and Odoo. */
export async function startHelpDesk(
  options: Partial<PortalOptions> = {},
  mapService: (service: Caller) => Caller = (service) => service,
  setup: Setup = {},
): Promise<HelpDesk> {
  const { backend, service: account } = await startDeployed(setup);
  const { on = addons } = setup;
  const { odoo, settings } = backend;
  const service = createOdoo(mapService(account));
  const portal = await startPortal({
    sessions: backend.sessions,
    service,
    files: createFiles({ odoo: service, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
    parts: on.flatMap(({ portal }) => portal ?? []),
    contributions: on.flatMap(({ contributes }) => contributes ?? []),
    odooUrl: settings.ODOO_URL,
    // A real Odoo may be busy with other tests.
    ...(backend.kind === 'live' ? { deadlineMs: 60_000 } : {}),
    ...options,
  });
  return {
    backend,
    odoo,
    url: portal.url,
    routes: portal.routes,
    async visit(user) {
      const visitor = createVisitor(portal.url);
      if (user) await visitor.logIn(user);
      return visitor;
    },
    async close() {
      await portal.close();
      await backend.close();
    },
  };
}
