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

/** The name of the signal that asks the process to end; undefined once nobody waits for it any more. */
export async function stopSignal(until?: AbortSignal): Promise<string | undefined> {
  const done = new AbortController();
  const signal = until ? AbortSignal.any([until, done.signal]) : done.signal;
  const waits = (['SIGTERM', 'SIGINT'] as const).map((name) =>
    once(process, name, { signal }).then(
      () => name,
      () => undefined,
    ),
  );
  const name = await Promise.race(waits);
  done.abort();
  return name;
}
