import { expect, test } from 'vitest';
import { dropConditions, flattenMarkup, isDeepMarkup } from './flatten-markup.ts';

const nested = (times: number, open: string, close: string): string =>
  Array.from({ length: times }, (_, level) => `${open}level ${level} `).join('') + close.repeat(times);

test.each([
  [
    'replies of a web mailer',
    nested(90, '<div class="q"><blockquote type="cite"><div dir="ltr">', '</div></blockquote></div>'),
    90,
  ],
  ['boxes', nested(260, '<div>', '</div>'), 260],
  ['fonts that are never closed', nested(300, '<font color="red">', ''), 300],
])('keeps every word of %s within the depth that Odoo reads', (_what, html, times) => {
  const flat = flattenMarkup(`${html}<p>after <img src="/a?b=1&amp;c=2" data-x="1"></p>`);

  expect(isDeepMarkup(flat)).toBe(false);
  expect(flat).toContain(`level ${times - 1} `);
  expect(flat.match(/level \d+ /g)).toHaveLength(times);
  expect(flat).toContain('after');
});

test('leaves alone what is not deep', () => {
  const html = '<p>one<br>two<P>three &nbsp;<img src=x>'.repeat(20);

  expect(flattenMarkup(html)).toBe(html);
});

test('takes out Outlook’s marks for other programs, and none of the words between', () => {
  expect(
    dropConditions('<p><![if !supportLists]>1.<![endif]>Tray &lt;![if !vml]&gt;x&lt;![endif]&gt;</p>'),
  ).toBe('<p>1.Tray x</p>');
});

test('takes out what turns the writing direction, however it is written', () => {
  expect(dropConditions('a&#x202E;b&#8238;c&#x2067;d &#82380; &amp;#x202e;')).toBe(
    'abcd &#82380; &amp;#x202e;',
  );
});

test('keeps the pictures and breaks that stand deep', () => {
  const html = `${'<font>'.repeat(300)}one<br>two <img src="cid:shot" alt="a > b"><p>Best</p>`;

  const flat = flattenMarkup(html);

  expect(flat).toContain('one<br>two <img src="cid:shot" alt="a > b">');
  expect(isDeepMarkup(flat)).toBe(false);
});
