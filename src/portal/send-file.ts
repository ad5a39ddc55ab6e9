import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Log } from '../lib/log.ts';
import { bareMediaType } from '../lib/media-type.ts';
import { safeFileName } from './file-name.ts';
import type { FileReply } from './reply.ts';
import { type Spool, SpoolError } from './spool.ts';
import { throughSpool } from './through-spool.ts';

/** Pictures that a browser may show in a page; an svg is a document that can run scripts. */
export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What a browser or phone may know the type of: none of these runs anything on our site. */
const HARMLESS =
  /^(?:application\/(?:pdf|zip|json|msword|vnd\.[\w.+-]+)|text\/(?:plain|csv|calendar)|(?:audio|video)\/[\w.+-]+)$/;

/** So much waits in memory for a slow reader; more waits on the disk. */
const MEMORY_BYTES = 1024 * 1024;

export interface SendFileOptions {
  readonly spool: Spool;
  /** Who reads it: nobody fills the disk alone. */
  readonly ownerOf: (req: Request) => string;
  readonly log: Log;
}

/** @throws SpoolError `spool_full` for who fetches too much at once. */
export type SendFile = (req: Request, res: Response, file: FileReply) => Promise<void>;

export function createSendFile({ spool, ownerOf, log }: SendFileOptions): SendFile {
  return async (req, res, { body, ...file }) => {
    const buffered = await withBuffer(body, file.size, ownerOf(req));
    describeFile(res, file);
    // A reader who leaves, or an Odoo that breaks off: there is nobody left to tell.
    await pipeline(buffered, res).catch(() => body.destroy());
  };

  /** Reading from Odoo never waits for the reader, unless this machine has no room: then it is as fast as they are. */
  async function withBuffer(body: Readable, size: number | undefined, owner: string): Promise<Readable> {
    if (size !== undefined && size <= MEMORY_BYTES) {
      const memory = new PassThrough({ highWaterMark: MEMORY_BYTES });
      pipeline(body, memory).catch(() => undefined);
      return memory;
    }
    try {
      return throughSpool(body, await spool.create(owner, { bytes: size }));
    } catch (error) {
      if (error instanceof SpoolError && error.code === 'spool_fault') {
        log.error('no room for the files of customers', { reason: error.message, help: error.help });
        return body;
      }
      body.destroy();
      throw error;
    }
  }
}

/**
 * Anybody may have made the file. Only pictures are shown in place; everything else is saved, under
 * a type that no browser takes for a page, and may do nothing even if it were.
 */
function describeFile(res: Response, { name, mimetype: said, size }: Omit<FileReply, 'body'>): void {
  const mimetype = bareMediaType(said);
  const isPicture = PICTURE_TYPES.includes(mimetype);
  res.attachment(safeFileName(name));
  if (isPicture)
    res.set('content-disposition', String(res.get('content-disposition')).replace(/^\w+/, 'inline'));
  res.set({
    'content-type': isPicture || HARMLESS.test(mimetype) ? mimetype : 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=600',
    vary: 'cookie',
    ...(size === undefined ? {} : { 'content-length': String(size) }),
  });
}
