import { performance } from 'node:perf_hooks';
import { Router } from 'express';
import { Histogram, type Registry } from 'prom-client';

/**
 * `/metrics`, for Prometheus: counts and durations, no address, name or text. Only who comes without a proxy is
 * answered, so a portal that is open to the world does not show how busy it is.
 */
export function createMetricsRoutes(registry: Registry): Router {
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
    if (req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined) return next();
    res.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

/** Whoever asks chooses the method, and must not choose how many series there are. */
const KNOWN = new Set(['GET', 'HEAD', 'POST']);
