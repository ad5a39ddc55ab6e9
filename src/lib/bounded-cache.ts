export interface BoundedCache<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/**
 * Remembers what was used last, `limit` entries or, where `sizeOf` says how much one holds, as many as hold no more than that
 * together, so that a long run does not grow; what fell out is looked up again.
 */
export function createBoundedCache<K, V>(
  limit: number,
  sizeOf: (value: V) => number = () => 1,
): BoundedCache<K, V> {
  const entries = new Map<K, V>();
  let held = 0;

  function forget(key: K): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    held -= sizeOf(value);
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      forget(key);
      const size = sizeOf(value);
      if (size > limit) return;
      entries.set(key, value);
      held += size;
      for (const oldest of entries.keys()) {
        if (held <= limit) break;
        forget(oldest);
      }
    },
  };
}
