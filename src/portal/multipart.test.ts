import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMultipart } from './multipart.ts';
import { createSpool } from './spool.ts';

const limits = { files: 1, fileBytes: 1_000, totalBytes: 1_000 };
let server: Server;
let port: number;
let failure: unknown;

beforeEach(async () => {
  failure = undefined;
  const app = express();
  app.post('/', async (req, res) => {
    const spool = createSpool({ folder: tmpdir() });
    const { error, remove } = await parseMultipart(req, { limits, spool, findOwner: () => 'ann' });
    await remove();
    res.send(error);
  });
  app.use(((error, _req, res, _next) => {
    failure = error;
    res.destroy();
  }) satisfies express.ErrorRequestHandler);
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => server.close());

/** Sends a form with one file of so many bytes, which is all that its length says. */
async function send(bytes: number): Promise<string> {
  const form = new FormData();
  form.append('files', new File([new Uint8Array(bytes)], 'a.bin'));
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: form });
  return answer.text();
}

test('a form with too much is read to its end, so that its page can be shown', async () => {
  expect(await send(8_000)).toBe('upload.error.size');
});

test('one with ten times too much is cut off where it stands', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.write(
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n',
  );
  socket.write('--b\r\ncontent-disposition: form-data; name="files"; filename="a.bin"\r\n\r\n');
  socket.write(Buffer.alloc(10_500));
  socket.resume();

  await closed;

  expect(failure).toMatchObject({ status: 413 });
});
