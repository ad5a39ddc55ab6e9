import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ZipWriter {
  /** Writes one file while it is read; nothing of it stays in memory. */
  add(name: string, source: AsyncIterable<Uint8Array | string> | string): Promise<void>;
  /** Writes the list of what is in it. */
  end(): Promise<void>;
  /** Bytes that were put into it, before they were packed. */
  readonly written: number;
}

/** A ZIP that is written piece by piece; of any size, since Zip64 takes over where the old format ends. */
export function createZipWriter(sink: Writable, modified: Date): ZipWriter {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  const written = pipeline(zip.outputStream, sink);
  // Whoever adds or ends hears of it.
  failed.catch(() => undefined);
  written.catch(() => undefined);
  let count = 0;

  async function* counted(source: AsyncIterable<Uint8Array | string> | string) {
    for await (const piece of typeof source === 'string' ? [source] : source) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      count += bytes.length;
      yield bytes;
    }
  }

  return {
    async add(name, source) {
      const stream = Readable.from(counted(source), { objectMode: false });
      const read = once(stream, 'end');
      zip.addReadStream(stream, name, { mtime: modified, mode: 0o100600 });
      await Promise.race([read, failed, written]);
    },
    async end() {
      zip.end();
      await Promise.race([written, failed]);
    },
    get written() {
      return count;
    },
  };
}
