import { createHash, timingSafeEqual } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Router } from 'express';
import { Histogram, type Registry } from 'prom-client';

/**
 * `/metrics`, for Prometheus: counts and durations, no address, name or text. Only who has the token is answered, and
 * where there is none nobody is: how busy the portal is is nobody's business.
 */
export function createMetricsRoutes(registry: Registry, token: string | undefined): Router {
  const durations = new Histogram({
    name: 'portal_request_duration_seconds',
    help: 'How long the portal took to answer.',
    labelNames: ['method', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const router = Router();
  router.use((req, res, next) => {
    const started = performance.now();
    res.once('finish', () => {
      const labels = { method: KNOWN.has(req.method) ? req.method : 'other', status: res.statusCode };
      durations.observe(labels, (performance.now() - started) / 1000);
    });
    next();
  });
  router.get('/metrics', async (req, res, next) => {
    if (token === undefined) return next();
    if (!isSame(req.headers.authorization, `Bearer ${token}`)) {
      res
        .status(401)
        .set('www-authenticate', 'Bearer')
        .type('text')
        .send('METRICS_TOKEN is missing or wrong.');
      return;
    }
    res.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

/** Whoever asks chooses the method, and must not choose how many series there are. */
const KNOWN = new Set(['GET', 'HEAD', 'POST']);

/** Takes as long for a token that is nearly right as for any other. */
function isSame(given: string | undefined, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}
