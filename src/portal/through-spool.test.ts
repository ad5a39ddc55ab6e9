import { tmpdir } from 'node:os';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSpool, SpoolError, type SpoolFile } from './spool.ts';
import { throughSpool } from './through-spool.ts';

const PIECES = Array.from({ length: 200 }, (_, index) => Buffer.alloc(50_000, index));
const spool = createSpool({ folder: tmpdir() });

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setImmediate();
}

test('a source is read to its end though nobody takes a byte, and then comes whole', async () => {
  const source = Readable.from(PIECES);
  const slow = throughSpool(source, await spool.create('ann'));

  await until(() => source.readableEnded);

  expect((await buffer(slow)).equals(Buffer.concat(PIECES))).toBe(true);
});

test('a reader who is faster than the source waits for it', async () => {
  const source = new PassThrough();
  const slow = throughSpool(source, await spool.create('ann'));
  const read = buffer(slow);

  for (const piece of PIECES.slice(0, 5)) {
    source.write(piece);
    await setImmediate();
  }
  source.end();

  expect((await read).equals(Buffer.concat(PIECES.slice(0, 5)))).toBe(true);
});

test('a disk that is full in the middle loses nothing: the source waits from there on', async () => {
  const file = await spool.create('ann');
  const source = Readable.from(PIECES);
  const slow = throughSpool(source, fullAt(file, 1_000_000));

  expect((await buffer(slow)).equals(Buffer.concat(PIECES))).toBe(true);
});

test('a source that breaks off breaks off for its reader, too', async () => {
  const source = Readable.from(
    (function* () {
      yield* PIECES.slice(0, 3);
      throw new Error('Odoo is gone');
    })(),
  );

  await expect(buffer(throughSpool(source, await spool.create('ann')))).rejects.toThrow('Odoo is gone');
});

test.each(['before the first byte', 'in the middle'])('a reader who leaves %s frees both', async (when) => {
  const source = new PassThrough();
  let isClosed = false;
  const file = await spool.create('ann');
  const close = file.close;
  const slow = throughSpool(source, {
    ...file,
    close: () =>
      close().finally(() => {
        isClosed = true;
      }),
  });
  if (when === 'in the middle') {
    slow.resume();
    await setImmediate();
  }

  slow.destroy();
  await until(() => isClosed);

  expect(source.destroyed).toBe(true);
});

function fullAt(file: SpoolFile, bytes: number): SpoolFile {
  return {
    ...file,
    get size() {
      return file.size;
    },
    async append(chunk) {
      if (file.size + chunk.length > bytes) throw new SpoolError('full', { code: 'spool_fault' });
      await file.append(chunk);
    },
  };
}
