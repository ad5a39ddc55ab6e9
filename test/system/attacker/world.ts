import { addons } from '../../../src/addons/index.ts';
import { linkAnswers } from '../../../src/addons/tickets/slots/link-answers.ts';
import { createFiles } from '../../../src/odoo/files.ts';
import { createOdoo, type Odoo } from '../../../src/odoo/model-api.ts';
import type { RegisteredRoute } from '../../support/list-routes.ts';
import type { Backend } from '../../support/start-backend.ts';
import { startDeployed } from '../../support/start-deployed.ts';
import { type RunningPortal, startPortal } from '../../support/start-portal.ts';
import { createVisitor, type Visitor } from '../../support/visitor.ts';
import { createPeople, type Login, type People } from './people.ts';
import { type Planted, plantTickets } from './plant.ts';

export const PUBLIC_URL = 'https://support.example.com';
const SECRET = 'a secret for tests';

export interface World extends People, Planted {
  readonly backend: Backend;
  /** The administrator's. */
  readonly odoo: Odoo;
  readonly portals: Readonly<Record<'first' | 'sameSecret' | 'otherSecret', RunningPortal>>;
  readonly routes: readonly RegisteredRoute[];
  /** A browser of their own for somebody, at one of the portals. */
  visit(user?: Login, portal?: RunningPortal): Promise<Visitor>;
  close(): Promise<void>;
}

/** A desk with three copies of the service, whose people are about to try what they should not. */
export async function startWorld(): Promise<World> {
  const { backend, service: account } = await startDeployed();
  const { odoo, settings } = backend;
  const service = createOdoo(account);
  // A link says when it ends: it is the same wherever it is shown.
  const now = new Date();
  const start = (cookieSecret: string) =>
    startPortal({
      ...{ sessions: backend.sessions, service, cookieSecret, odooUrl: settings.ODOO_URL },
      clock: { now: () => now },
      publicUrl: PUBLIC_URL,
      files: createFiles({ odoo: service, baseUrl: settings.ODOO_URL, db: settings.ODOO_DB }),
      parts: addons.flatMap(({ portal }) => portal ?? []),
      contributions: [...addons.flatMap(({ contributes }) => contributes ?? []), linkAnswers.with({})],
      ...(backend.kind === 'live' ? { deadlineMs: 60_000 } : {}),
    });
  const portals = {
    first: await start(SECRET),
    sameSecret: await start(SECRET),
    otherSecret: await start('another secret'),
  };
  const people = await createPeople(odoo);
  const planted = await plantTickets(odoo, people);
  return {
    ...{ backend, odoo, portals, routes: portals.first.routes, ...people, ...planted },
    async visit(user, portal = portals.first) {
      const visitor = createVisitor(portal.url);
      if (user) await visitor.logIn(user);
      return visitor;
    },
    async close() {
      await Promise.all(Object.values(portals).map((portal) => portal.close()));
      await backend.close();
    },
  };
}
