import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startWebServer } from './web-server.ts';

const host = '127.0.0.1';

test('a form that was sent by half does not hold up a stop', async () => {
  const server = await startWebServer({ host, port: 0, stopMs: 100 });
  server.answer((req) => void req.resume());
  const half = connect(server.port, host);
  half.on('error', () => undefined);
  half.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf of');
  const cut = once(half, 'close');
  await new Promise((resolve) => server.answer(resolve));

  await server.stop();

  await cut;
});

test('a form that never ends is cut off after its time', async () => {
  const server = await startWebServer({ host, port: 0, requestMs: 100 });
  server.answer((req) => void req.resume());
  const half = connect(server.port, host);
  half.on('error', () => undefined);
  half.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf of');
  const cut = once(half, 'close');
  half.resume();

  await cut;

  await server.stop();
});

test('who comes while the portal is put together is answered once it is', async () => {
  const server = await startWebServer({ host, port: 0 });
  const asking = request({ host, port: server.port }).end();
  const answered = once(asking, 'response');
  await once(asking, 'finish');
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));

  server.answer((_req, res) => res.end('done'));

  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  response.resume();
  await server.stop();
});

test('what can be answered in time is answered before a stop', async () => {
  const server = await startWebServer({ host, port: 0 });
  const asked = new Promise<() => void>((resolve) =>
    server.answer((_req, res) => resolve(() => res.end('done'))),
  );
  const asking = request({ host, port: server.port }).end();
  const answered = once(asking, 'response');
  const answer = await asked;

  const stopped = server.stop();
  answer();

  const [response] = await answered;
  expect(response.statusCode).toBe(200);
  response.resume();
  await stopped;
});

test('a host that is no address of this machine is named, with what to do', async () => {
  await expect(startWebServer({ host: '203.0.113.7', port: 0 })).rejects.toMatchObject({
    message: 'the portal cannot listen on port 0: 203.0.113.7 is no address of this machine',
    help: expect.stringContaining('HOST'),
  });
});
