import { expect, test } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { createSiteMenu } from './site-menu.ts';

const entry = (name: string, url: string | false, website = 1) => ({
  name,
  url,
  website_id: [website, 'Site'],
});

async function menuOf(answer: () => Promise<unknown>) {
  const warnings: unknown[] = [];
  const menu = createSiteMenu({
    service: createOdoo({ call: answer }),
    odooUrl: 'https://erp.example.com',
    clock: { now: () => new Date(0) },
    log: createSilentLog((...entry) => warnings.push(entry)),
  });
  menu('nl_NL');
  await new Promise(setImmediate);
  return { entries: menu('nl_NL'), warnings };
}

test('shows the first website’s pages, and nothing that is no page', async () => {
  const rows = [
    entry('Home', '/'),
    entry('Shop', 'https://shop.example.com/a'),
    entry('Trick', 'javascript:alert(1)'),
    entry('Other site', '/', 2),
  ];

  expect((await menuOf(async () => rows)).entries).toEqual([
    { name: 'Home', href: 'https://erp.example.com/' },
    { name: 'Shop', href: 'https://shop.example.com/a' },
  ]);
});

test('an Odoo without a website has no menu, and nobody is warned', async () => {
  const missing = async () =>
    Promise.reject(new OdooError('Object website.menu doesn’t exist', { code: 'odoo_user_error' }));

  expect(await menuOf(missing)).toEqual({ entries: [], warnings: [] });
});

test('an Odoo that does not answer is warned of, and pages go on without a menu', async () => {
  const down = async () => Promise.reject(new OdooError('down', { code: 'odoo_unreachable' }));

  expect(await menuOf(down)).toMatchObject({
    entries: [],
    warnings: [[expect.any(String), { reason: 'down' }]],
  });
});
