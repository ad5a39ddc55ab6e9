import { once } from 'node:events';

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
