import type { Log } from '../../src/lib/log.ts';

export function createSilentLog(): Log {
  const silent = () => log as never;
  const log = { error: silent, warn: silent, info: silent, debug: silent };
  return log;
}
