import { expect, test } from 'vitest';
import { createBodyCleaner } from './clean-body.ts';

test('remembers a body of any size, and no more of them than fit', () => {
  const cleanBody = createBodyCleaner('https://erp.example');
  const fileHref = (id: number | string): string => `/files/${id}`;
  const long = `<p>${'x'.repeat(100_000)}</p>`;
  const first = cleanBody(long, [], fileHref);

  expect(cleanBody(long, [], fileHref)).toBe(first);
  for (let n = 0; n < 170; n += 1) cleanBody(`<p>${n}${'y'.repeat(100_000)}</p>`, [], fileHref);
  expect(cleanBody(long, [], fileHref)).not.toBe(first);
  expect(cleanBody(long, [], fileHref)).toEqual(first);
});
