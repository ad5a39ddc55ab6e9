import type { Log } from '../lib/log.ts';
import { isPlainObject, maskTokens } from '../lib/redact.ts';

type Write = Log['info'];

/**
 * The portal's log: a link's token opens what it leads to, so none is written down, wherever an address shows up — in a
 * path, in what Odoo or a proxy answered, in a stack.
 */
export function createMaskedLog(log: Log): Log {
  const masked =
    (level: keyof Log): Write =>
    (message: unknown, ...details: readonly unknown[]) =>
      log[level](maskTokens(String(message)), ...details.map(mask));
  return { error: masked('error'), warn: masked('warn'), info: masked('info'), debug: masked('debug') };
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskTokens(value);
  if (Array.isArray(value)) return value.map(mask);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner)]));
}
