import { expect, test } from 'vitest';
import { linkAddresses } from './link-addresses.ts';

const link = (html: string) => linkAddresses(html, 'rel="x"');
const a = (href: string, text = href) => `<a href="${href}" rel="x">${text}</a>`;

test.each([
  ['see https://example.com/a?b=1&amp;c=2#d.', `see ${a('https://example.com/a?b=1&amp;c=2#d')}.`],
  ['(http://example.com/x_(y))', `(${a('http://example.com/x_(y)')})`],
  ['www.example.com, or', `${a('https://www.example.com', 'www.example.com')}, or`],
  ['ann.b+c@mail.example.com!', `${a('mailto:ann.b+c@mail.example.com', 'ann.b+c@mail.example.com')}!`],
  ['&lt;https://example.com/&gt;', `&lt;${a('https://example.com/')}&gt;`],
  [
    '<p>https://example.com<br>https://b.example</p>',
    `<p>${a('https://example.com')}<br>${a('https://b.example')}</p>`,
  ],
  ['“https://example.com/a”', `“${a('https://example.com/a')}”`],
])('makes links of the addresses in %s', (html, expected) => {
  expect(link(html)).toBe(expected);
});

test.each([
  '<a href="https://example.com">https://example.com</a>',
  '<a href="https://example.com"><b>ann@example.com</b></a>',
  '<img alt="https://example.com" src="https://example.com/a.png">',
  'javascript:alert(1) data:text/html,x ftp://example.com file:///etc',
  'http:// https://&quot; a@b @example.com user@localhost',
  'https://[',
])('leaves %s as it is', (html) => {
  expect(link(html)).toBe(html);
});

test('no address leaves its attribute', () => {
  expect(link('https://example.com/"onclick="x')).toBe(`${a('https://example.com/')}"onclick="x`);
  expect(link("https://example.com/'onclick='x")).not.toMatch(/href="[^"]*"[^>]*onclick=[^>]*"/);
});

test('a long word costs no more than its length', () => {
  const start = performance.now();
  link(`${'a.'.repeat(200_000)}@ ${'http://'.repeat(50_000)} ${'https://a.example/((('.repeat(20_000)}`);

  expect(performance.now() - start).toBeLessThan(2_000);
});
