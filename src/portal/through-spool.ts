import { Readable } from 'node:stream';
import type { SpoolFile } from './spool.ts';

/**
 * The same bytes for a slow reader: the source is read at its own speed, whatever the reader does, and what the reader
 * has not taken yet waits in the file. Odoo's workers hang up on who takes no bytes for two seconds. Where the disk is
 * full, the source waits after all. Ends as the source does, and closes the file.
 */
export function throughSpool(source: Readable, file: SpoolFile): Readable {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  let wake = (): void => undefined;
  let isFilled = false;
  /** What the file did not take. */
  let rest: Uint8Array | undefined;

  async function fill(): Promise<void> {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) return;
      try {
        await file.append(value);
      } catch {
        rest = value;
        return;
      }
      wake();
    }
  }

  const filling = fill().finally(() => {
    isFilled = true;
    wake();
  });
  // Thrown below, behind the bytes that came before.
  filling.catch(() => undefined);

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let position = 0; ; ) {
      if (position < file.size) {
        const piece = await file.piece(position);
        position += piece.length;
        yield piece;
      } else if (isFilled) break;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    await filling;
    if (rest === undefined) return;
    yield rest;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }

  const bytes = pieces();
  return new Readable({
    read() {
      bytes.next().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: Error) => this.destroy(error),
      );
    },
    // At once, also before the first byte and while the source has nothing to say.
    destroy(error, callback) {
      source.destroy();
      filling.catch(() => undefined).finally(() => file.close().catch(() => undefined));
      callback(error);
    },
  });
}
