import { once } from 'node:events';
import type { Settings } from '../../config.ts';
import type { Parts } from '../compose.ts';
import { startService } from '../service.ts';

/** Serves the portal and runs the jobs until SIGTERM or SIGINT; then finishes what runs, and answers 0. */
export async function serveCommand(parts: Parts, settings: Settings): Promise<number> {
  const service = await startService(parts, settings);
  const signal = await stopSignal();
  parts.log.info('stopping', { signal });
  await service.stop();
  return 0;
}

export async function stopSignal(): Promise<string> {
  const abort = new AbortController();
  const waits = (['SIGTERM', 'SIGINT'] as const).map(async (name) => {
    await once(process, name, { signal: abort.signal });
    return name;
  });
  const signal = await Promise.race(waits);
  abort.abort();
  await Promise.allSettled(waits);
  return signal;
}
