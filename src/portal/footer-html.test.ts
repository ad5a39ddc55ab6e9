import { expect, test } from 'vitest';
import { findFooter } from './footer-html.ts';

const ODOO = 'https://erp.example.com';
const pageOf = (footer: string, html = '<html lang="en-US" data-website-id="1">') =>
  `<!DOCTYPE html>${html}<body><footer class="a" id="other">no</footer><footer id="bottom" class="o_footer">${footer}</footer></body></html>`;
const footerOf = (footer: string) => findFooter(pageOf(footer), ODOO)?.toString();

test('keeps columns, headings, words and links, which lead to the website', () => {
  expect(
    footerOf(`<section class="pt40"><div class="row o_x"><div class="col-lg-4 offset-lg-1 pt24">
      <h5 class="mb-3">Useful Links</h5>
      <ul class="list-unstyled"><li><a href="/contactus">Contact us</a></li><li><a href="#">Nowhere</a></li></ul>
      <a href="/website/social/facebook" aria-label="Facebook"><i class="fa fa-facebook"></i></a>
      <a href="mailto:info@acme.example">info@acme.example</a></div></div></section>`),
  ).toBe(
    '<div class="row"><div class="col-lg-4 offset-lg-1"> <p class="fw-bold mb-2">Useful Links</p> ' +
      '<ul class="list-unstyled"><li><a href="https://erp.example.com/contactus" rel="noopener">Contact us</a></li><li><span>Nowhere</span></li></ul> ' +
      '<a href="https://erp.example.com/website/social/facebook" rel="noopener" aria-label="Facebook">Facebook</a> ' +
      '<a href="mailto:info@acme.example" rel="noopener">info@acme.example</a></div></div>',
  );
});

test('takes no scripts, forms, styles or pictures along, nor Odoo’s own languages and offers', () => {
  expect(
    footerOf(`<script>alert(1)</script><style>p{}</style><form><input name="email"></form><img src="/x" onerror="x">
      <p onclick="x" style="color:red">Words</p><a href="javascript:alert(1)">Trick</a>
      <div class="js_language_selector"><a href="/nl">Nederlands</a></div>
      <div class="o_brand_promotion">Powered by</div>`),
  ).toBe('<p>Words</p><span>Trick</span>');
});

test.each([
  ['no website', pageOf('<p>Powered by Odoo</p>', '<html lang="en-US">')],
  ['no footer', '<html data-website-id="1"><body></body></html>'],
  ['an empty one', pageOf('<div class="row"></div>')],
  ['one without an end', pageOf('x'.repeat(200_000))],
])('finds none where there is %s', (_what, page) => {
  expect(findFooter(page, ODOO)).toBeUndefined();
});
