import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface SpoolFile {
  readonly sink: Writable;
  size(): Promise<number>;
  read(): Readable;
  close(): Promise<void>;
}

/** A file without a name: whoever kills the process in between leaves nothing of it behind. */
export async function createSpoolFile(): Promise<SpoolFile> {
  const folder = await mkdtemp(join(tmpdir(), 'supportdesk-archive-'));
  const handle = await open(join(folder, 'part'), 'w+', 0o600);
  await rm(folder, { recursive: true });
  return {
    // By its number: a stream of the handle’s own would not let go of it.
    sink: createWriteStream('', { fd: handle.fd, autoClose: false }),
    size: async () => (await handle.stat()).size,
    read: () => createReadStream('', { fd: handle.fd, start: 0, autoClose: false }),
    close: () => handle.close(),
  };
}
