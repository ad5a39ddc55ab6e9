import { Router } from 'express';
import { errorMessage } from '../lib/errors.ts';
import type { Log } from '../lib/log.ts';
import { User } from '../odoo/builtin-models.ts';
import type { Odoo } from '../odoo/model-api.ts';
import { withDeadline } from './deadline.ts';
import type { Heartbeat } from './heartbeat.ts';

const READY_MS = 2_000;

/**
 * `/healthz`: the process lives. `/readyz`: Odoo answers, too. Where it has just answered a customer nobody asks again:
 * behind a crowd the question would wait its turn, and a portal that is busy would be taken for one that is not ready.
 */
export function createHealthRoutes(service: Odoo, { lastAnswer }: Heartbeat, log: Log): Router {
  const router = Router();
  const ask = (signal: AbortSignal) =>
    service.call(User.name, 'search_count', [[['id', '=', 1]]], {}, { signal });

  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readyz', async (_req, res) => {
    try {
      if (performance.now() - lastAnswer() > READY_MS) await withDeadline({ ms: READY_MS }, ask);
      res.json({ status: 'ok' });
    } catch (error) {
      log.warn('not ready: Odoo does not answer', { reason: errorMessage(error) });
      res.status(503).json({ status: 'unavailable' });
    }
  });
  return router;
}
