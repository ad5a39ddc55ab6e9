import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

test('keeps the words and their lines, and nothing else', () => {
  const html =
    '<p>One &amp;lt; two<br>three</p>\n<img alt="x"><ul><li>a &quot;b&quot;</li><li>&#233;&nbsp;c</li></ul>';

  expect(htmlToText(html)).toBe('One &lt; two\nthree\na "b"\né c');
});
