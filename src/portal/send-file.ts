import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { bareMediaType } from '../lib/media-type.ts';
import { safeFileName } from './file-name.ts';
import type { FileReply } from './reply.ts';

/** Pictures that a browser may show in a page; an svg is a document that can run scripts. */
export const PICTURE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What a browser or phone may know the type of: none of these runs anything on our site. */
const HARMLESS =
  /^(?:application\/(?:pdf|zip|json|msword|vnd\.[\w.+-]+)|text\/(?:plain|csv)|(?:audio|video)\/[\w.+-]+)$/;

/**
 * Streams a file that anybody may have made. Only pictures are shown in place; everything else is saved, under
 * a type that no browser takes for a page, and may do nothing even if it were.
 */
export async function sendFile(
  res: Response,
  { name, mimetype: said, size, body }: FileReply,
): Promise<void> {
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
  // A reader who leaves, or an Odoo that breaks off: there is nobody left to tell.
  await pipeline(body, res).catch(() => body.destroy());
}
