import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

test('gives all items in order, one of them ahead', async () => {
  const begun: number[] = [];
  async function* count() {
    for (const item of [1, 2, 3]) {
      begun.push(item);
      yield item;
    }
  }
  const seen: string[] = [];

  for await (const item of readAhead(count())) {
    await Promise.resolve();
    seen.push(`${item} while ${begun.at(-1)}`);
  }

  expect(seen).toEqual(['1 while 2', '2 while 3', '3 while 3']);
});

test('fails where the items fail, not before', async () => {
  async function* fail() {
    yield 1;
    throw new Error('broken');
  }
  const seen: number[] = [];
  const read = async () => {
    for await (const item of readAhead(fail())) seen.push(item);
  };

  await expect(read()).rejects.toThrow('broken');
  expect(seen).toEqual([1]);
});

test('forgets a failure ahead of a reader that stopped', async () => {
  async function* fail() {
    yield 1;
    throw new Error('nobody asks');
  }

  for await (const _ of readAhead(fail())) break;
});
