import { expect, test } from 'vitest';
import { NOTHING } from '../importer.ts';
import { createProgress, renderTime } from './progress.ts';

test('where nobody watches there is a line every ten seconds, with the share that is done', () => {
  let now = 0;
  const lines: string[] = [];
  const terminal = {
    isInteractive: false,
    hasColours: false,
    print() {},
    note: (text: string) => lines.push(text),
  };
  const progress = createProgress(terminal, { now: () => new Date(now) });

  progress.total(400);
  for (const read of [50, 100, 150]) {
    now += 5_000;
    progress.show({ ...NOTHING, read, created: read });
  }
  progress.end();

  expect(lines).toEqual([
    '100 tickets read: 100 created, 0 updated, 0 unchanged; 0 messages; 0 refused (25 %)',
  ]);
});

test.each([
  [0.4, '1 s'],
  [59, '59 s'],
  [125, '2 min'],
  [3_900, '1 h 05 min'],
])('%d seconds read as %s', (seconds, text) => {
  expect(renderTime(seconds)).toBe(text);
});
