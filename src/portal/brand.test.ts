import { expect, test } from 'vitest';
import { createSilentLog } from '../../test/support/create-silent-log.ts';
import { OdooError } from '../odoo/faults.ts';
import { createOdoo } from '../odoo/model-api.ts';
import { createBrand } from './brand.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]).toString('base64');
const GIF = Buffer.from('GIF89a').toString('base64');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
const NO_MODEL = new OdooError('Object website doesn’t exist', { code: 'odoo_user_error' });

async function logoOf(readSite: () => unknown) {
  const company = { name: 'Acme', primary_color: false, logo_web: PNG, uses_default_logo: false };
  const brand = createBrand({
    service: createOdoo({ call: async (model: string) => (model === 'website' ? readSite() : [company]) }),
    clock: { now: () => new Date(0) },
    log: createSilentLog(() => undefined),
  });
  brand.look();
  await new Promise(setImmediate);
  return brand.look().logoUrl;
}

test('shows the logo of the website, from whose pages customers come', async () => {
  expect(await logoOf(() => [{ logo: GIF }])).toMatch(/\.gif$/);
});

test.each([
  ['has the logo it was installed with', () => [{ logo: SVG }]],
  ['has none', () => [{ logo: false }]],
  [
    'is not there',
    () => {
      throw NO_MODEL;
    },
  ],
])('shows the company’s where the website %s', async (_case, readSite) => {
  expect(await logoOf(readSite)).toMatch(/\.png$/);
});
