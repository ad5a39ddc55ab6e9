import { expect, test } from 'vitest';
import { parsePosition, renderPosition, secondAfter } from './position.ts';

test.each([
  ['2026-03-01 12:00:00', { second: '2026-03-01 12:00:00' }],
  ['2026-03-01 12:00:00 0000000042', { second: '2026-03-01 12:00:00', afterId: 42 }],
])('%s is read and written alike', (text, position) => {
  expect(parsePosition(text)).toEqual(position);
  expect(renderPosition(position)).toBe(text);
});

test('texts sort as positions follow', () => {
  const second = '2026-03-01 12:00:00';
  const positions = [
    { second },
    { second, afterId: 0 },
    { second, afterId: 9 },
    { second, afterId: 1_000_000 },
    { second: '2026-03-01 12:00:01' },
  ];

  const texts = positions.map(renderPosition);

  expect(texts.toSorted()).toEqual(texts);
});

test.each(['', '2026-03-01', '2026-03-01T12:00:00', '2026-03-01 12:00:00 42'])('%j is none', (text) => {
  expect(() => parsePosition(text)).toThrow(RangeError);
});

test('a year ends, too', () => {
  expect(secondAfter('2026-12-31 23:59:59')).toBe('2027-01-01 00:00:00');
});
