import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type BatchRequest, iterate } from './iterate.ts';

function createSource(count: number) {
  const requests: BatchRequest[] = [];
  return {
    requests,
    async read(request: BatchRequest) {
      requests.push(request);
      const from = request.after + 1;
      return Array.from(
        { length: Math.max(0, Math.min(request.limit, count - request.after)) },
        (_, index) => ({
          id: from + index,
        }),
      );
    },
  };
}

test('reads every record once, a call a batch', async () => {
  const source = createSource(7);

  const rows = await Readable.from(iterate(source.read, { batchSize: 3, after: 0 })).toArray();

  expect(rows.map((row) => row.id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(source.requests.map(({ after }) => after)).toEqual([0, 3, 6]);
});

test('goes on behind an id', async () => {
  const rows = await Readable.from(iterate(createSource(5).read, { batchSize: 10, after: 3 })).toArray();

  expect(rows).toEqual([{ id: 4 }, { id: 5 }]);
});

test('reads one batch ahead, and aborts it where the loop is left', async () => {
  const source = createSource(100);

  for await (const { id } of iterate(source.read, { batchSize: 10, after: 0 })) {
    if (id === 5) break;
  }

  expect(source.requests.map(({ after }) => after)).toEqual([0, 10]);
  expect(source.requests[1]?.signal.aborted).toBe(true);
});

test('an error comes after the rows that were read before it', async () => {
  const source = createSource(100);
  const read = (request: BatchRequest) =>
    request.after === 0 ? source.read(request) : Promise.reject(new Error('gone'));
  const ids: number[] = [];

  await expect(async () => {
    for await (const { id } of iterate(read, { batchSize: 2, after: 0 })) ids.push(id);
  }).rejects.toThrow('gone');
  expect(ids).toEqual([1, 2]);
});
