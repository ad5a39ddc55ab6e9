import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createBinary } from './binary.ts';
import { findJsonStream } from './json-stream.ts';

async function* pieces(...sizes: readonly number[]) {
  for (const size of sizes) yield Buffer.alloc(size, 'é');
}

async function collect(texts: AsyncIterable<string> | undefined): Promise<string> {
  let text = '';
  for await (const piece of texts ?? []) text += piece;
  return text;
}

test('a value without files needs no stream', () => {
  expect(findJsonStream({ name: 'Ann', list: [1, null] })).toBeUndefined();
});

test.each([[[0]], [[1]], [[2]], [[3]], [[1, 1, 1, 1]], [[2, 5, 64, 1]]])(
  'a file read in pieces of %j bytes becomes base64',
  async (sizes) => {
    const whole = Buffer.concat(await Readable.from(pieces(...sizes)).toArray());
    const stream = findJsonStream([{ name: 'é', datas: createBinary(pieces(...sizes)) }, 'end']);

    expect(JSON.parse(await collect(stream?.pieces))).toEqual([
      { name: 'é', datas: whole.toString('base64') },
      'end',
    ]);
    expect(stream?.length).toBeUndefined();
  },
);

test('the length is known, in bytes, where the sizes are', async () => {
  const stream = findJsonStream([
    'é',
    createBinary(pieces(4), { size: 4 }),
    createBinary(pieces(3), { size: 3 }),
  ]);

  expect(stream?.length).toBe(Buffer.byteLength(await collect(stream?.pieces)));
});

test('a size that turns out to be another is an error', async () => {
  const stream = findJsonStream(createBinary(pieces(4), { size: 5 }));

  await expect(collect(stream?.pieces)).rejects.toMatchObject({ code: 'odoo_value' });
});
