import { expect, test } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import { useHttpMock } from '../../test/support/http-mock.ts';
import { createSiteFooter } from './site-footer.ts';

const mock = useHttpMock('http://odoo:8069');

const page = (words: string, ...codes: readonly string[]) =>
  `<html lang="x" data-website-id="1">${codes.map((code) => `<a data-url_code="${code}">`).join('')}<footer id="bottom"><p>${words}</p></footer></html>`;

/** What is known in that language once Odoo has been asked. */
async function footerIn(language: string) {
  const warnings: unknown[] = [];
  const footer = createSiteFooter({
    odooUrl: 'http://odoo:8069',
    publicUrl: 'https://erp.example.com',
    clock: { now: () => new Date(0) },
    log: createSilentLog((...entry) => warnings.push(entry)),
  });
  expect(footer(language)).toBeUndefined();
  await expect.poll(() => footer(language) ?? warnings[0]).toBeDefined();
  return { html: footer(language)?.toString(), warnings };
}

test.each(['nl', 'nl_BE'])('is the one of the language, whose address says %s', async (code) => {
  mock()
    .get('/')
    .reply(200, page('English', 'en', code));
  mock().get(`/${code}`).reply(200, page('Nederlands'));

  expect(await footerIn('nl')).toEqual({ html: '<p>Nederlands</p>', warnings: [] });
});

test('is the site’s first where the site does not speak the language, or does not show it', async () => {
  mock()
    .get('/')
    .reply(200, page('English', 'en', 'fr'));
  expect((await footerIn('nl')).html).toBe('<p>English</p>');

  mock()
    .get('/')
    .reply(200, page('English', 'en', 'fr'));
  mock().get('/fr').reply(404, 'gone');
  expect((await footerIn('fr')).html).toBe('<p>English</p>');
});

test('an Odoo that does not answer is warned of, and pages go on without', async () => {
  mock().get('/').replyWithError('down');

  expect((await footerIn('en')).warnings).toHaveLength(1);
});
