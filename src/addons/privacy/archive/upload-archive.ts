import { PrivacyRequest } from '../models.ts';
import { createSpoolFile, type SpoolFile } from './spool-file.ts';
import { type ArchiveCounts, type ArchiveOptions, writeArchive } from './write-archive.ts';
import { createZipWriter, type ZipWriter } from './zip-writer.ts';

export interface UploadOptions extends Omit<ArchiveOptions, 'put'> {
  readonly request: number;
  /** What it is called, without an ending. */
  readonly name: string;
  /** Bytes of what an archive holds before the next one begins. */
  readonly partSize?: number;
}

/** Odoo takes no more than 128 MiB in a call, of which a file, as text, is three quarters. */
const PART_SIZE = 64 * 1024 * 1024;

/**
 * Makes the archive and attaches it to its request. A large one comes in parts, each a ZIP of its own, which are unpacked
 * into one folder: the pages lead from one to the other.
 */
export async function uploadArchive({
  request,
  name,
  partSize = PART_SIZE,
  ...options
}: UploadOptions): Promise<ArchiveCounts> {
  let part: { readonly spool: SpoolFile; readonly zip: ZipWriter } | undefined;
  let count = 0;

  async function next() {
    await finish(false);
    const spool = await createSpoolFile();
    part = { spool, zip: createZipWriter(spool.sink, options.made) };
    return part;
  }

  async function finish(isLast: boolean): Promise<void> {
    if (!part) return;
    const { spool, zip } = part;
    await zip.end();
    count += 1;
    const ending = isLast && count === 1 ? '' : `-${count}`;
    await options.files.upload(spool.read(), {
      name: `${name}${ending}.zip`,
      mimetype: 'application/zip',
      size: await spool.size(),
      record: { model: PrivacyRequest.name, id: request },
      signal: options.signal,
    });
    await spool.close();
    part = undefined;
  }

  try {
    const counts = await writeArchive({
      ...options,
      async put(path, source, size = 0) {
        const isFull = part !== undefined && part.zip.written > 0 && part.zip.written + size > partSize;
        const { zip } = part && !isFull ? part : await next();
        await zip.add(path, source);
      },
    });
    await finish(true);
    return counts;
  } finally {
    await part?.spool.close();
  }
}
