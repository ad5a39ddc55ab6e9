import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import express from 'express';
import { expect, test } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import { createSendFile } from './send-file.ts';
import { createSpool } from './spool.ts';

const MEGABYTE = Buffer.alloc(1024 * 1024, 7);
/** More than all sockets on the way hold. */
const MEGABYTES = 40;

test('reads a file from Odoo to its end while its reader takes nothing, and under a name that is safe', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'send-file-'));
  const sendFile = createSendFile({
    spool: createSpool({ folder }),
    ownerOf: () => 'ann',
    log: createSilentLog(),
  });
  const source = Readable.from(Array.from({ length: MEGABYTES }, () => MEGABYTE));
  const isRead = once(source, 'end');
  const app = express().get('/', (req, res) =>
    sendFile(req, res, {
      kind: 'file',
      name: '../a\u202egpj.exe\r\nx: y',
      mimetype: 'application/pdf',
      size: MEGABYTES * MEGABYTE.length,
      body: source,
    }),
  );
  const server = createServer(app).listen(0);
  await once(server, 'listening');
  const request = get({ port: (server.address() as AddressInfo).port });

  const [answer] = await once(request, 'response');
  await isRead;
  let bytes = 0;
  for await (const piece of answer) bytes += piece.length;

  expect(answer.headers['content-disposition']).toBe('attachment; filename="agpj.exex_ y"');
  expect(bytes).toBe(MEGABYTES * MEGABYTE.length);
  server.close();
  await rm(folder, { recursive: true });
});
