import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test.each([
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['\u2066a\u2069\u202a', 'a'],
  ['a\0b\u0007c', 'abc'],
  // What a misread apostrophe of an old mail left: browsers show nothing of it, and an import brings it over as it is.
  ['it\u0092s', 'it\u0092s'],
  ['half \ud83d and \ude00 of one', 'half \uFFFD and \uFFFD of one'],
  ['👨‍👩‍👧 می‌خواهم \u200Fשלום ภาษาไทย\r\n\t.', '👨‍👩‍👧 می‌خواهم \u200Fשלום ภาษาไทย\r\n\t.'],
])('of %j leaves %j', (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});
