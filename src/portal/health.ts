import { Router } from 'express';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { User } from '../odoo/builtin-models.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { withDeadline } from './deadline.ts';

const READY_MS = 2_000;

/** `/healthz`: the process lives. `/readyz`: Odoo answers our service account, too. */
export function createHealthRoutes(service: Odoo, log: Log): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    try {
      await withDeadline({ ms: READY_MS }, (signal) =>
        service.call(User.name, 'search_count', [[['id', '=', 1]]], {}, { signal }),
      );
      res.json({ status: 'ok' });
    } catch (error) {
      log.warn('not ready: Odoo does not answer', { reason: errorMessage(error) });
      res.status(503).json({ status: 'unavailable' });
    }
  });
  return router;
}
