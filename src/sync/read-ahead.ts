/** Gives the same items, and begins with the next one while the reader works on the present. */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let next = begin();
  while (true) {
    const item = await next;
    if (item.done) return;
    next = begin();
    yield item.value;
  }

  /** A reader that stops early never waits for what was begun, so its failure must not go unheard by all. */
  function begin(): Promise<IteratorResult<T>> {
    const result = iterator.next();
    result.catch(() => undefined);
    return result;
  }
}
