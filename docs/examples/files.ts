import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Connection } from '../../src/odoo/connection.ts';

export async function sendFile({ files }: Connection, path: string, contact: number) {
  const { size } = await stat(path);
  const record = { model: 'res.partner', id: contact };
  return files.upload(createReadStream(path), { name: basename(path), size, record });
}

export async function fetchFile({ files }: Connection, attachment: number, path: string) {
  const { body, size } = await files.download(attachment);
  await pipeline(body, createWriteStream(path));
  return size;
}
