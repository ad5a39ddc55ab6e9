import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from 'winston';
import { addons } from '../../src/addons/index.ts';
import { ticketRoutes } from '../../src/addons/tickets/routes.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { User } from '../../src/odoo/builtin-models.ts';
import { createOdoo } from '../../src/odoo/model-api.ts';
import { createBrand } from '../../src/portal/brand.ts';
import { createPasswordReset } from '../../src/portal/password-reset.ts';
import { createCustomer } from '../support/create-customer.ts';
import { createServiceAccount } from '../support/create-service-account.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type RunningPortal, startPortal } from '../support/start-portal.ts';
import { createVisitor } from '../support/visitor.ts';

let backend: Backend;
let portal: RunningPortal;

/** The smallest picture there is, and what a spreadsheet of colours would call petrol. */
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const COLOR = '#0b5c73';

beforeAll(async () => {
  backend = await startBackend();
  const declarations = addons.map(({ declaration }) => declaration);
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  const companies = await backend.odoo
    .model(Company)
    .searchRead([], { fields: ['name'], order: 'sequence, id', limit: 1 });
  await backend.odoo.call(Company.name, 'write', [[companies[0]?.id], { logo: LOGO, primary_color: COLOR }]);
  const service = createOdoo(await createServiceAccount(backend));
  const brand = createBrand({
    service,
    clock: { now: () => new Date() },
    log: createLogger({ silent: true }),
  });
  for (let tries = 0; brand.look().name === undefined && tries < 200; tries += 1) await setTimeout(25);
  portal = await startPortal({
    sessions: backend.sessions,
    service,
    routes: [ticketRoutes],
    brand,
  });
});
afterAll(async () => {
  await portal?.close();
  await backend?.close();
});

const Company = { name: 'res.company', fields: { name: { type: 'char' } } } as const;

test('the company’s logo and colour stand on every page, also before the login', async () => {
  const visitor = createVisitor(portal.url);

  const { html } = await visitor.get('/supportdesk/login');

  const [logo = '', styles = ''] = [/<img src="([^"]+)"/, /href="([^"]+\.css)">\s*<script/].map(
    (pattern) => pattern.exec(html)?.[1],
  );
  const picture = await visitor.get(logo);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await visitor.get(styles)).html).toContain(`--sd-primary:${COLOR}`);
  expect((await visitor.get(`${logo}x`)).status).toBe(404);
});

test('the login page leads to a new password where Odoo offers that', async () => {
  const odooUrl = backend.watched.url;
  const settings = { odooUrl, clock: { now: () => new Date() }, log: createLogger({ silent: true }) };
  // A real Odoo that has several databases offers it to nobody.
  const isOffered = (await fetch(`${odooUrl}/web/reset_password`)).status === 200;
  const offersReset = createPasswordReset(settings);
  for (let tries = 0; offersReset() !== isOffered && tries < 200; tries += 1) await setTimeout(25);
  const service = createOdoo(await createServiceAccount(backend));
  const offering = await startPortal({ sessions: backend.sessions, service, routes: [], offersReset });

  const [asked, never] = await Promise.all(
    [offering, portal].map(({ url }) => createVisitor(url).get('/supportdesk/login')),
  );

  const link = '<a href="http://odoo.example/web/reset_password">Forgot password?</a>';
  expect(asked?.html.includes(link)).toBe(isOffered);
  expect(never?.html).not.toContain('reset_password');
  await offering.close();
});

describe('the language', () => {
  test('is chosen by a visitor for this browser, until the login', async () => {
    const ann = await createCustomer(backend.odoo, 'Ann Archer');
    const visitor = createVisitor(portal.url);
    const login = await visitor.get('/supportdesk/login?redirect=/my/tickets/new');

    const answer = await visitor.submit(login, '/supportdesk/language', { language: 'fr' });
    const french = await visitor.get(answer.location ?? '');
    await visitor.logIn(ann);

    expect(answer.location).toBe('/supportdesk/login?redirect=/my/tickets/new');
    expect(french.html).toContain('<html lang="fr">');
    expect((await visitor.get('/my/tickets')).html).toContain('<html lang="en">');
  });

  test('of a customer is changed in Odoo where Odoo has it, else in this browser', async () => {
    const bob = await createCustomer(backend.odoo, 'Bob Baker');
    const visitor = createVisitor(portal.url);
    await visitor.logIn(bob);
    await backend.odoo.call(User.name, 'write', [[bob.userId], { lang: 'en_US' }]);

    const change = async (language: string) => {
      const page = await visitor.get('/my/tickets?limit=40');
      const { location } = await visitor.submit(page, '/supportdesk/language', { language });
      return (await visitor.get(location ?? '')).html;
    };

    expect(await change('th')).toContain('<html lang="th">');
    expect(visitor.cookies.get('supportdesk_lang')).toBe('th');
    expect(await change('en')).toContain('<html lang="en">');
    expect(visitor.cookies.has('supportdesk_lang')).toBe(false);
    // What Odoo's own pages on the same host name go by.
    expect(visitor.cookies.get('frontend_lang')).toBe('en_US');
    expect(await change('en" onload="')).toContain('<html lang="en">');
  });

  test('is not changed by another site', async () => {
    const visitor = createVisitor(portal.url);
    await visitor.get('/supportdesk/login');

    await visitor.post('/supportdesk/language', { language: 'nl', redirect: `//${randomUUID()}.example` });

    expect((await visitor.get('/supportdesk/login')).html).toContain('<html lang="en">');
  });
});
