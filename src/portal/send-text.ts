import type { Request, Response } from 'express';
import { safeFileName } from './file-name.ts';
import type { TextReply } from './reply.ts';

/** The first version that a program says it has; what a proxy has packed is the same to us. */
export const findKnownVersion = (req: Request): string | undefined =>
  /^\s*(?:W\/)?"([^"]*)"/.exec(req.get('if-none-match') ?? '')?.[1];

/** Nothing on the way keeps it: its address may be a secret, and is asked whether it still holds. */
export function sendText(req: Request, res: Response, { name, mimetype, text, version }: TextReply): void {
  res.set({
    etag: `"${version}"`,
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  if (findKnownVersion(req) === version) {
    res.status(304).end();
    return;
  }
  res.attachment(safeFileName(name));
  res.set('content-type', `${mimetype}; charset=utf-8`).send(text);
}
