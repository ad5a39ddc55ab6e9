import type { Log } from '../../src/lib/log.ts';

/** Writes nothing anywhere; `onWarn` hears the warnings. */
export function createSilentLog(onWarn: (...entry: readonly unknown[]) => void = () => undefined): Log {
  const silent = () => log as never;
  const warn = (...entry: readonly unknown[]) => {
    onWarn(...entry);
    return silent();
  };
  const log = { error: silent, warn, info: silent, debug: silent };
  return log;
}
