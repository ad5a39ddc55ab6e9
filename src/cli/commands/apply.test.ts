import { expect, test } from 'vitest';
import { isYes } from './apply.ts';

test.each([
  ['y', true],
  [' Yes ', true],
  ['', false],
  ['n', false],
  ['yesterday', false],
])('to the question whether to apply, “%s” means %s', (answer, expected) => {
  expect(isYes(answer)).toBe(expected);
});
