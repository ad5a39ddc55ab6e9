import type { Clock } from './clock.ts';

export interface RefreshedOptions<T> {
  /** Until the first read has succeeded. */
  readonly first: T;
  readonly read: () => Promise<T>;
  readonly freshMs: number;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Never waits: what was read last. What is old is read anew meanwhile, and kept where that fails. */
export function createRefreshed<T>({ first, read, freshMs, clock, onError }: RefreshedOptions<T>): () => T {
  let value = first;
  let freshUntil = 0;

  return () => {
    const now = clock.now().getTime();
    if (now >= freshUntil) {
      freshUntil = now + freshMs;
      read().then((fresh) => {
        value = fresh;
      }, onError);
    }
    return value;
  };
}
