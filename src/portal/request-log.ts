import { performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import type { Log } from '../lib/log.ts';

const QUIET = /^\/(?:healthz$|readyz$|metrics$|supportdesk\/assets\/)/;

/** One line a request. The path only: a query may hold what was typed. */
export function createRequestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const { path } = req;
    res.once('close', () => {
      const details = {
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { aborted: true }),
      };
      log[QUIET.test(path) ? 'debug' : 'info'](`${req.method} ${path}`, details);
    });
    next();
  };
}
