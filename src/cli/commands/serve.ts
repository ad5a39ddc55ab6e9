import { stopSignal } from '../../lib/stop-signal.ts';
import type { Parts } from '../compose.ts';
import { startService } from '../service.ts';

/** Serves the portal and runs the jobs until SIGTERM or SIGINT; then finishes what runs, and answers 0. */
export async function serveCommand(parts: Parts): Promise<number> {
  const service = await startService(parts);
  const signal = await stopSignal();
  parts.log.info('stopping', { signal });
  await service.stop();
  return 0;
}
