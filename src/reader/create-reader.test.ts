import { expect, test } from 'vitest';
import { createReader, type Read } from './create-reader.ts';

const Thing = { name: 'x_thing', fields: { x_name: { type: 'char' } } } as const;

function start(answers: (reads: readonly Read[]) => Promise<readonly unknown[]>) {
  const sent: (readonly Read[])[] = [];
  const reader = createReader((reads) => {
    sent.push(reads);
    return answers(reads);
  });
  return { reader, sent };
}

test('what is asked without waiting goes in one call, and each gets its own answer', async () => {
  const { reader, sent } = start(async (reads) => reads.map(({ method }) => (method === 'search' ? [4] : 7)));
  const later = async () => {
    await Promise.resolve();
    return reader
      .of(Thing, 3)
      .model(Thing)
      .search([['x_name', '=', 'b']], { limit: 1 });
  };

  const [count, ids] = await Promise.all([reader.model(Thing).searchCount([]), later()]);
  await reader.model(Thing).searchCount([]);

  expect([count, ids]).toEqual([7, [4]]);
  expect(sent.map(({ length }) => length)).toEqual([2, 1]);
  expect(sent[0]).toEqual([
    { model: 'x_thing', method: 'search_count', domain: [], options: {}, of: false, upTo: false },
    {
      ...{ model: 'x_thing', method: 'search', domain: [['x_name', '=', 'b']] },
      ...{ options: { limit: 1 }, of: { model: 'x_thing', id: 3 }, upTo: false },
    },
  ]);
});

test('what fails fails for all who asked', async () => {
  const { reader } = start(() => Promise.reject(new Error('refused')));
  const ask = () => reader.model(Thing).searchCount([]);

  const results = await Promise.allSettled([ask(), ask()]);

  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('writes nothing', async () => {
  const { reader, sent } = start(async () => []);

  await expect(reader.call('x_thing', 'write', [[1], {}])).rejects.toThrow('cannot be read');
  expect(sent).toEqual([]);
});
