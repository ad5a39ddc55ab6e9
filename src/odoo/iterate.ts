export interface BatchRequest {
  /** Only records with a larger id. */
  readonly after: number;
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface IterateOptions {
  readonly batchSize: number;
  /** Go on behind this id, say where an earlier run ended. */
  readonly after: number;
}

/**
 * Every record in the order of ids, a batch a call, while at most two batches are held: the next one is on its way
 * while its predecessor is worked on. Going by id, not by offset, it neither skips nor repeats a record when others
 * come and go meanwhile, and its last call is as fast as its first.
 */
export async function* iterate<R extends { readonly id: number }>(
  readBatch: (request: BatchRequest) => Promise<readonly R[]>,
  { batchSize, after }: IterateOptions,
): AsyncGenerator<R, void, undefined> {
  const abort = new AbortController();
  const start = (from: number) => {
    const reading = readBatch({ after: from, limit: batchSize, signal: abort.signal });
    // Whoever leaves the loop early never awaits the batch that was under way.
    reading.catch(() => undefined);
    return reading;
  };
  try {
    let next: Promise<readonly R[]> | undefined = start(after);
    while (next) {
      const rows: readonly R[] = await next;
      const last = rows.at(-1);
      next = last && rows.length === batchSize ? start(last.id) : undefined;
      yield* rows;
    }
  } finally {
    abort.abort();
  }
}
