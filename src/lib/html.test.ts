import { expect, test } from 'vitest';
import { escapeHtml, textToHtml } from './html.ts';

test('characters with a meaning in HTML are escaped', () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  );
});

test('blank lines part paragraphs, single breaks stay, from any system', () => {
  expect(textToHtml('\r\nHello\r\nthere\r\n\r\n\r\n<b>Bye</b>\n')).toBe(
    '<p>Hello<br>there</p><p>&lt;b&gt;Bye&lt;/b&gt;</p>',
  );
});
