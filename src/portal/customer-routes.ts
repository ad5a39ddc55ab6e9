import { type Request, type Response, Router } from 'express';
import type { Access } from './access.ts';
import type { Csrf } from './csrf.ts';
import { withDeadline } from './deadline.ts';
import { parseFields } from './fields.ts';
import type { SendPage } from './pages.ts';
import { withoutToken } from './pending-form.ts';
import type { RateLimits } from './rate-limit.ts';
import type { PortalRoute } from './route.ts';
import type { SendTable } from './tables.ts';

export interface CustomerRoutesOptions {
  readonly routes: readonly PortalRoute[];
  readonly access: Access;
  readonly csrf: Csrf;
  readonly sendPage: SendPage;
  readonly sendTable: SendTable;
  readonly limits: RateLimits;
  /** Milliseconds that a page may take, Odoo's answers included. */
  readonly deadlineMs: number;
}

/** The addons' routes as Express has them; what guards them all stands here, once. */
export function createCustomerRoutes(options: CustomerRoutesOptions): Router {
  const { routes, access, csrf, sendPage, sendTable, limits, deadlineMs } = options;
  const router = Router();
  for (const route of routes) {
    if (route.method === 'get') router.get(route.path, (req, res) => answerGet(route, req, res));
    else router.post(route.path, keepForm(route), limits.write, (req, res) => answerPost(route, req, res));
  }
  return router;

  function answerGet(route: PortalRoute, req: Request, res: Response): Promise<void> {
    return answer(route, req, res, false);
  }

  /** An expired token or login never costs what was typed: the form comes back, to be sent again knowingly. */
  async function answerPost(route: PortalRoute, req: Request, res: Response): Promise<void> {
    const isForged = !res.locals.isRestored && !csrf.isValid(req);
    if (isForged) res.status(403);
    await answer(route, req, res, isForged || res.locals.isRestored === true);
  }

  async function answer(route: PortalRoute, req: Request, res: Response, restored: boolean): Promise<void> {
    const reply = await withDeadline(deadlineMs, async (signal) => {
      const user = await access.getUser(req, res, { fresh: route.method === 'post' });
      return route.handle({
        user,
        odoo: access.createCustomerOdoo(req, res, signal),
        params: parseFields(req.params),
        query: parseFields(req.query),
        fields: res.locals.form?.fields ?? {},
        restored,
      });
    });
    if (reply.kind === 'redirect') return res.redirect(303, reply.path);
    if (reply.kind === 'table') return sendTable(req, res, reply);
    sendPage(req, res, { ...reply, status: res.statusCode === 403 ? 403 : reply.status });
  }
}

function keepForm(route: PortalRoute) {
  return (req: Request, res: Response, next: () => void): void => {
    res.locals.form = {
      action: req.url,
      fields: withoutToken(parseFields(req.body)),
      labels: route.typed ?? {},
    };
    next();
  };
}
