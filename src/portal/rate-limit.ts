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

/** So many pages may be opened by link for each form. */
export const VISITS_PER_POST = 4;
/** And so many read: nobody clicks so fast, and one page may bring a hundred pictures. */
export const READS_PER_POST = 20;

/**
 * Requests a minute: logins by address, reads and writes by customer (by address while unknown). Zero turns both off.
 * Counted per process: several copies allow that many times more.
 */
export function createRateLimits(perMinute: number, session: BrowserSession): RateLimits {
  const asker = (req: Request): string => askerOf(req, session);
  return {
    login: createLimit(perMinute, address),
    // A page brings its pictures.
    visit: createLimit(perMinute * VISITS_PER_POST, address),
    read: createLimit(perMinute * READS_PER_POST, asker),
    write: createLimit(perMinute, asker),
  };
}

/** Who asks, as far as is known without asking Odoo: a customer, or an address. */
export function askerOf(req: Request, session: BrowserSession): string {
  const user = session.findUser(req);
  return user ? `user ${user.uid}` : address(req);
}

/** One house has many addresses of IPv6. */
function address(req: Request): string {
  return ipKeyGenerator(req.ip ?? '');
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
