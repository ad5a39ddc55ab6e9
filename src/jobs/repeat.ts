import type { Clock } from '../lib/clock.ts';

/** A clock that was put back, or a moment years away: it is looked again all the same. */
const LONGEST_MS = 60_000;

/** Calls `work` at once, then at the moment that it answers, never twice at a time. `work` must not throw. */
export function repeat(work: () => Promise<Date> | Date, clock: Clock): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();

  async function turn(): Promise<void> {
    const next = await work();
    if (isStopped) return;
    const wait = Math.min(Math.max(next.getTime() - clock.now().getTime(), 0), LONGEST_MS);
    timer = setTimeout(begin, wait);
  }

  function begin(): void {
    underWay = turn();
  }

  begin();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
