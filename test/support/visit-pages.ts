import { createVisitRoutes } from '../../src/addons/appointments/portal/routes.ts';
import { createFakeSessions } from './fake-sessions.ts';
import { createFakeAsks, createFakeService, type FakeVisits } from './fake-visits.ts';
import { startPortal } from './start-portal.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** When everything on these pages happens, and whose contact it is who reads them. */
export const now = new Date('2026-10-23T10:00:00Z');
export const ANN = 42;

export interface VisitPages {
  readonly browser: Visitor;
  close(): Promise<void>;
}

/** The pages of appointments with Ann before them; `of` is what Odoo would hold, looked at anew for each call. */
export async function startVisitPages(of: () => FakeVisits): Promise<VisitPages> {
  const portal = await startPortal({
    ...{ sessions: createFakeSessions(), service: createFakeService(of), clock: { now: () => now } },
    routes: [(services) => createVisitRoutes(services, createFakeAsks(of))],
  });
  const browser = createVisitor(portal.url);
  await browser.logIn({ login: 'ann', password: 'right' });
  return { browser, close: () => portal.close() };
}

export const timeOf = (html: string): string => /name="time"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
