import { once } from 'node:events';
import { createServer } from 'node:http';
import { createLogger } from 'winston';
import type { Files } from '../../src/odoo/files.ts';
import { createPortal, type PortalOptions } from '../../src/portal/app.ts';
import type { PortalRoutes } from '../../src/portal/route.ts';
import { listRoutes, type RegisteredRoute } from './list-routes.ts';

export interface RunningPortal {
  readonly url: string;
  readonly routes: readonly RegisteredRoute[];
  close(): Promise<void>;
}

type Needed = Pick<PortalOptions, 'sessions' | 'service'>;

/** Routes of a test may lie anywhere. */
interface Routes {
  readonly routes?: readonly PortalRoutes[];
}

const navigation = [{ href: '/my/tickets', label: 'tickets.title' }] as const;

/** For portals whose pages have no files. */
const noFiles: Files = {
  upload: () => Promise.reject(new Error('no files here')),
  download: () => Promise.reject(new Error('no files here')),
};

/** A portal that listens on a free port; whatever a test does not care about is set quietly. */
export async function startPortal(
  { routes = [], ...options }: Needed & Partial<PortalOptions> & Routes,
  create = createPortal,
): Promise<RunningPortal> {
  const app = create({
    log: createLogger({ silent: true }),
    clock: { now: () => new Date() },
    publicUrl: 'http://portal.example',
    odooUrl: 'http://odoo.example',
    cookieSecret: 'a secret for tests',
    trustProxy: false,
    rateLimit: 0,
    files: noFiles,
    parts: routes.map((create) => ({ paths: ['/'], navigation, routes: create })),
    ...options,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the portal has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    routes: listRoutes(app),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
