import { expect, test } from 'vitest';
import { hashCells } from './hash-cells.ts';

test('tells different cells apart and does not mind their order', () => {
  const hash = hashCells({ a: '1', b: '2' });

  expect(hashCells({ b: '2', a: '1' })).toBe(hash);
  expect(hashCells({ a: '12', b: '' })).not.toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
});
