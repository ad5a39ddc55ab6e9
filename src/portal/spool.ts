import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, errorMessage } from '../lib/errors.ts';

/** Files on their way through this machine: what customers send, and what they fetch slower than Odoo gives it. */
export interface Spool {
  /**
   * An empty file. It has no name, so it is gone with its last reader, or with this process, however that ends.
   * @throws SpoolError `spool_fault` where the folder takes no file, `spool_full` where its owner has too much there.
   */
  create(owner: string, options?: SpoolFileOptions): Promise<SpoolFile>;
  /** Removes what a process that was killed has left behind, and answers how much that was. */
  sweep(): Promise<number>;
}

export interface SpoolFileOptions {
  /** How long it will be in bytes, where known: asked for at once, not while it grows. */
  readonly bytes?: number | undefined;
}

export interface SpoolFile {
  /** In bytes, as far as it is written. */
  readonly size: number;
  append(chunk: Uint8Array): Promise<void>;
  /** From that byte on, and not beyond what is written; empty at the end. */
  piece(position: number, longest?: number): Promise<Buffer>;
  /** From the first byte to the last. */
  read(): AsyncGenerator<Buffer>;
  /** Frees what it holds; once is enough. */
  close(): Promise<void>;
}

export class SpoolError extends AppError {
  override readonly name = 'SpoolError';
  declare readonly code: 'spool_fault' | 'spool_full';
}

/** What one customer may have on this machine at once. A single file may be longer: imports know no limit. */
export const OWNER_BYTES = 100 * 1024 * 1024;
/** What a file counts for at least: it holds a handle, too. */
const LEAST_BYTES = 1024 * 1024;
const PIECE_BYTES = 256 * 1024;

const NAME = 'supportdesk-file-';
/** Folders of the versions that kept files under their names. */
const OLD_FOLDER = /^supportdesk-\w{6}$/;
/** No request takes so long. */
const OLD_MS = 60 * 60 * 1000;

export interface SpoolOptions {
  readonly folder: string;
  readonly ownerBytes?: number;
}

export function createSpool({ folder, ownerBytes = OWNER_BYTES }: SpoolOptions): Spool {
  const held = new Map<string, number>();

  function take(owner: string, bytes: number): void {
    const before = held.get(owner) ?? 0;
    if (before > 0 && before + bytes > ownerBytes) {
      throw new SpoolError('one customer has too many files under way', { code: 'spool_full' });
    }
    held.set(owner, before + bytes);
  }

  function give(owner: string, bytes: number): void {
    const left = (held.get(owner) ?? 0) - bytes;
    if (left > 0) held.set(owner, left);
    else held.delete(owner);
  }

  return {
    async create(owner, { bytes = 0 } = {}) {
      let taken = Math.max(bytes, LEAST_BYTES);
      take(owner, taken);
      const handle = await openNameless(folder).catch((error: unknown) => {
        give(owner, taken);
        throw fault(folder, error);
      });
      return createFile(handle, folder, {
        grow(size) {
          if (size <= taken) return;
          take(owner, size - taken);
          taken = size;
        },
        free: () => give(owner, taken),
      });
    },
    async sweep() {
      const names = await readdir(folder).catch(() => []);
      const swept = await Promise.all(names.map((name) => sweepOne(folder, name)));
      return swept.filter(Boolean).length;
    },
  };
}

async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `${NAME}${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  // Another copy that sweeps in this very moment may have been faster.
  await rm(path, { force: true }).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  return handle;
}

interface Account {
  grow(size: number): void;
  free(): void;
}

function createFile(handle: FileHandle, folder: string, { grow, free }: Account): SpoolFile {
  let size = 0;
  let isClosed = false;

  async function piece(position: number, longest = PIECE_BYTES): Promise<Buffer> {
    const length = Math.min(longest, size - position);
    if (length <= 0 || position < 0) return Buffer.alloc(0);
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(length), 0, length, position)
      .catch((error: unknown) => {
        throw fault(folder, error);
      });
    return buffer.subarray(0, bytesRead);
  }

  return {
    get size() {
      return size;
    },
    async append(chunk) {
      grow(size + chunk.length);
      try {
        // A disk that is nearly full takes a part and does not say so.
        for (let written = 0; written < chunk.length; ) {
          written += (await handle.write(chunk, written, chunk.length - written, size + written))
            .bytesWritten;
        }
      } catch (error) {
        throw fault(folder, error);
      }
      size += chunk.length;
    },
    piece,
    async *read() {
      for (let position = 0; position < size; ) {
        const next = await piece(position);
        position += next.length;
        yield next;
      }
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      free();
      await handle.close();
    },
  };
}

function fault(folder: string, cause: unknown): SpoolError {
  return new SpoolError(`${folder} takes no files: ${errorMessage(cause)}`, {
    code: 'spool_fault',
    help: 'Customers’ files pass through this folder. Make it one that this user may write to, with room in it, or name another one in TMPDIR.',
    cause,
  });
}

/** Our files lose their names as soon as they are made, so whatever has one is left over. */
async function sweepOne(folder: string, name: string): Promise<boolean> {
  const path = join(folder, name);
  try {
    if (name.startsWith(NAME)) {
      await unlink(path);
      return true;
    }
    if (!OLD_FOLDER.test(name) || !(await isOldFolder(path))) return false;
    await rm(path, { recursive: true });
    return true;
  } catch {
    // Somebody else’s, or gone.
    return false;
  }
}

/** An older version may still be at work beside us; what it made holds numbered files and nothing else. */
async function isOldFolder(path: string): Promise<boolean> {
  const found = await stat(path);
  if (!found.isDirectory() || Date.now() - found.mtimeMs < OLD_MS) return false;
  return (await readdir(path)).every((name) => /^\d+$/.test(name));
}
