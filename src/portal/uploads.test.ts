import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger, format, transports } from 'winston';
import { createReadingService } from '../../test/support/create-reading-service.ts';
import { createFakeSessions } from '../../test/support/fake-sessions.ts';
import { type RunningPortal, startPortal } from '../../test/support/start-portal.ts';
import { type Answer, createVisitor, type Visitor } from '../../test/support/visitor.ts';
import { page, redirect } from './reply.ts';
import type { PortalRoute } from './route.ts';
import { createSpool, type Spool, SpoolError, type SpoolFile } from './spool.ts';

const MEGABYTE = 1024 * 1024;
const form = page('error', {
  title: 'error.kept',
  text: 'form.restored',
  form: { action: '/do', hidden: [], typed: [] },
});
let done: string[];
let lines: string[];
let portal: RunningPortal;
let visitor: Visitor;

const routes: readonly PortalRoute[] = [
  { method: 'get', path: '/form', handle: async () => form },
  {
    method: 'get',
    path: '/file',
    handle: async () => ({
      kind: 'file',
      name: 'a.bin',
      mimetype: 'application/octet-stream',
      size: 3 * MEGABYTE,
      body: Readable.from([Buffer.alloc(3 * MEGABYTE, 7)]),
    }),
  },
  {
    method: 'post',
    path: '/do',
    takesFiles: true,
    typed: { text: 'ticket.reply' },
    async handle({ fields, files, restored, uploadError }) {
      if (restored || uploadError) return form;
      done.push(`${fields.text}: ${files.map(({ name, size }) => `${name} ${size}`).join()}`);
      return redirect('/done');
    },
  },
];

async function start(spool: Spool): Promise<void> {
  await portal?.close();
  const stream = new PassThrough();
  stream.on('data', (line) => lines.push(String(line)));
  portal = await startPortal({
    sessions: createFakeSessions(),
    service: createReadingService(),
    routes: [() => routes],
    log: createLogger({ format: format.json(), transports: [new transports.Stream({ stream })] }),
    spool,
  });
  visitor = createVisitor(portal.url);
  await visitor.logIn({ login: 'ann', password: 'right' });
}

beforeEach(() => {
  done = [];
  lines = [];
});
afterEach(() => portal.close());

const gone = createSpool({ folder: '/nowhere' });
const real = createSpool({ folder: tmpdir() });
/** Takes half of a file. */
const full: Spool = { ...real, create: async (owner) => fullAt(await real.create(owner), MEGABYTE) };
/** Loses what it took. */
const lost: Spool = {
  ...real,
  create: async (owner) => {
    const file = await real.create(owner);
    return {
      ...file,
      get size() {
        return file.size;
      },
      piece: () => Promise.reject(noRoom('EIO: i/o error')),
      read: () => failing(),
    };
  },
};

test.each([
  ['is gone', gone, 'ENOENT'],
  ['is full at half of a file', full, 'ENOSPC'],
  ['loses the file', lost, 'EIO'],
])(
  'where the folder for files %s, a page says so, with the words, and the log says why',
  async (_, spool, reason) => {
    await start(spool);
    const before = await visitor.get('/form');

    const answer = await send(before, 'My words', [2 * MEGABYTE, 2 * MEGABYTE]);
    const again = await visitor.submit(answer, '/do', {});

    expect(answer.status).toBe(503);
    expect(answer.text).toMatch(
      /Files cannot be sent right now .* My words These files were not kept: 0\.bin, 1\.bin/,
    );
    expect(done).toEqual([]);
    expect(again.status).toBe(200);
    expect(lines.join('')).toMatch(new RegExp(`"help":"[^"]*TMPDIR.*"level":"error".*${reason}`));
  },
);

test.each([
  ['a field too long', { long: 'x'.repeat(200_000) }],
  ['too many fields', Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, 'x']))],
])('a form with files and %s is refused by a page, not cut off', async (_, fields) => {
  await start(real);
  const before = await visitor.get('/form');

  const answer = await visitor.upload(before, '/do', { text: 'My words', ...fields }, [
    new File(['x'], 'a.txt'),
  ]);

  expect(answer.status).toBe(413);
  expect(answer.text).toContain('My words');
  expect(done).toEqual([]);
});

test('with room a form is carried out', async () => {
  await start(real);

  expect((await send(await visitor.get('/form'), 'Hello', [2 * MEGABYTE])).location).toBe('/done');
  expect(done).toEqual([`Hello: 0.bin ${2 * MEGABYTE}`]);
});

test('unfinished forms of one customer hold so much and no more; the rest is told to wait, and loses no words', async () => {
  await start(createSpool({ folder: tmpdir(), ownerBytes: 3 * MEGABYTE }));
  const before = await visitor.get('/form');
  const breakOff = sendHalf(before, 2 * MEGABYTE);

  await expect
    .poll(() => send(before, 'My words', [2 * MEGABYTE]))
    .toMatchObject({ status: 429, text: expect.stringContaining('My words') });

  breakOff();
  await expect.poll(async () => (await send(before, 'Now', [2 * MEGABYTE])).status).toBe(303);
});

test('a file comes whole where there is no room for what its reader has not taken yet', async () => {
  for (const spool of [gone, full]) {
    await start(spool);

    expect((await visitor.get('/file')).bytes.equals(Buffer.alloc(3 * MEGABYTE, 7))).toBe(true);
  }
});

function send(before: Answer, text: string, sizes: readonly number[]) {
  const files = sizes.map((size, index) => new File([new Uint8Array(size)], `${index}.bin`));
  return visitor.upload(before, '/do', { text }, files);
}

/** A form whose file is on its way and never ends; answers how to break it off. */
function sendHalf({ html }: Answer, bytes: number): () => void {
  const token = /name="csrf_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const sending = request(`${portal.url}/do`, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  sending.on('error', () => undefined);
  sending.write(`--b\r\ncontent-disposition: form-data; name="csrf_token"\r\n\r\n${token}\r\n`);
  sending.write('--b\r\ncontent-disposition: form-data; name="files"; filename="half.bin"\r\n\r\n');
  sending.write(Buffer.alloc(bytes));
  return () => sending.destroy();
}

function fullAt(file: SpoolFile, bytes: number): SpoolFile {
  return {
    ...file,
    get size() {
      return file.size;
    },
    async append(chunk) {
      if (file.size + chunk.length > bytes) throw noRoom('ENOSPC: no space left on device');
      await file.append(chunk);
    },
  };
}

function noRoom(reason: string): SpoolError {
  return new SpoolError(`/tmp takes no files: ${reason}`, { code: 'spool_fault', help: 'Look at TMPDIR.' });
}

async function* failing(): AsyncGenerator<Buffer> {
  yield* [];
  throw noRoom('EIO: i/o error');
}
