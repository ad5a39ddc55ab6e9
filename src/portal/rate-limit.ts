import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import createHttpError from 'http-errors';
import type { BrowserSession } from './session.ts';

export interface RateLimits {
  readonly login: RequestHandler;
  readonly write: RequestHandler;
  readonly read: RequestHandler;
  /** Pages that need no login. */
  readonly visit: RequestHandler;
}

/**
 * Requests a minute: logins by address, reads and writes by customer (by address while unknown). Zero turns both off.
 * Counted per process: several copies allow that many times more.
 */
export function createRateLimits(perMinute: number, session: BrowserSession): RateLimits {
  const address = (req: Request): string => ipKeyGenerator(req.ip ?? '');
  const asker = (req: Request): string => {
    const user = session.findUser(req);
    return user ? `user ${user.uid}` : address(req);
  };
  return {
    login: createLimit(perMinute, address),
    // A page brings its pictures.
    visit: createLimit(perMinute * 4, address),
    // Nobody clicks so fast, and one page may bring a hundred pictures.
    read: createLimit(perMinute * 20, asker),
    write: createLimit(perMinute, asker),
  };
}

function createLimit(perMinute: number, keyGenerator: (req: Request) => string): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(createHttpError(429)),
  });
}
