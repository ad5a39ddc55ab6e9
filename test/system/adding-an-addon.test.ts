import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { compose, Parts } from '../../src/cli/compose.ts';
import type { Service, startService } from '../../src/cli/service.ts';
import { type BuiltCopy, buildCopy } from '../support/build-copy.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { createVisitor, type Visitor } from '../support/visitor.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/adding-an-addon.md'), 'utf8');
const files = new Map(
  [...docs.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);
const Loan = {
  name: 'x_support.loan',
  fields: {
    x_name: { type: 'char' },
    x_partner_id: { type: 'many2one' },
    x_due_on: { type: 'date' },
    x_is_late: { type: 'boolean' },
  },
} as const;

let backend: Backend;
let copy: BuiltCopy;
let ann: Customer;
let visitor: Visitor;
let parts: Parts;
let service: Service;

beforeAll(async () => {
  backend = await startBackend();
  copy = buildCopy(new Map([...files, ['desk.yaml', 'loans:\n  grace_days: 2\n']]));
  await supportdesk('apply', '--yes');
  ann = await createCustomer(backend.odoo, 'Ann');
  const cli = await Promise.all([
    built<{ readonly compose: typeof compose }>('cli/compose.js'),
    built<{ readonly startService: typeof startService }>('cli/service.js'),
  ]);
  parts = cli[0].compose({
    ...settings(),
    ...(await createServiceLogin(backend)),
    COOKIE_SECRET: randomUUID(),
    PORT: '0',
    LOG_LEVEL: 'error',
    LOANS_AT: '0 0 1 1 *',
  });
  service = await cli[1].startService(parts);
  visitor = createVisitor(service.url);
  await visitor.logIn(ann);
  // It compiles the product.
}, 180_000);
afterAll(async () => {
  await service?.stop();
  parts?.close();
  copy?.remove();
  await backend.close();
});

const settings = () => ({ ...backend.settings, SUPPORTDESK_CONFIG: join(copy.path, 'desk.yaml') });

const supportdesk = async (...command: readonly string[]) => {
  const env = { ...process.env, ...settings() };
  const main = join(copy.path, 'dist/src/cli/main.js');
  return (await promisify(execFile)(process.execPath, [main, ...command], { env })).stdout;
};

test('the page makes an addon in fewer than 120 lines, all in its own folders but for the list', () => {
  const lines = [...files].flatMap(([name, text]) => (name.includes('loans') ? text.split('\n') : []));

  expect(lines.filter((line) => line.trim() !== '').length).toBeLessThan(120);
  expect([...files.keys()].filter((name) => !name.includes('loans/'))).toEqual(['src/addons/index.ts']);
});

test('once it is applied, there is nothing left to do', async () => {
  expect(await supportdesk('plan')).toMatch(/^No changes\./);
});

test('customers see their own loans, in their language, and find the way there', async () => {
  const bob = await createCustomer(backend.odoo, 'Bob');
  await backend.odoo.model(Loan).create([
    { x_name: 'Beamer', x_partner_id: ann.companyId, x_due_on: '2020-01-01' },
    { x_name: 'Foreign', x_partner_id: bob.companyId, x_due_on: '2020-01-01' },
  ]);

  const english = await visitor.get('/my/loans');
  visitor.cookies.set('supportdesk_lang', 'nl');
  const dutch = await visitor.get('/my/loans');
  visitor.cookies.delete('supportdesk_lang');

  expect(english.text).toContain('Beamer, due 2020-01-01');
  expect(english.text).not.toContain('Foreign');
  expect(english.html).toContain('<a class="sd-nav-link" href="/my/loans" aria-current="true">Loans</a>');
  expect(dutch.text).toContain('Beamer, terug op 2020-01-01');
});

test('a ticket tells of its loan, in the calls that the page makes anyway', async () => {
  const [loan] = await backend.odoo
    .model(Loan)
    .create([{ x_name: 'Camera', x_partner_id: ann.companyId, x_due_on: '2090-01-01' }]);
  const ticket = { x_name: 'It is dark', x_partner_id: ann.partnerId, x_loan_id: loan };
  const ids = await backend.odoo.call('x_support.ticket', 'create', [[ticket]]);

  const { text } = await visitor.get(`/my/tickets/${Array.isArray(ids) ? ids[0] : ids}`);

  expect(text).toMatch(/Loans\s*Camera/);
});

test('the job runs when the setting says, and is as patient as the organisation’s YAML', async () => {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const ids = await backend.odoo.model(Loan).create([
    { x_name: 'Cable', x_partner_id: ann.companyId, x_due_on: day(1) },
    { x_name: 'Drill', x_partner_id: ann.companyId, x_due_on: day(5) },
  ]);
  const job = parts.jobs.find(({ name }) => name === 'late loans');

  await job?.run({
    log: createSilentLog(),
    signal: new AbortController().signal,
    start: () => false,
    cursor: { value: undefined, advance: async () => undefined },
  });

  expect(job?.schedule).toBe('0 0 1 1 *');
  const rows = await backend.odoo.model(Loan).read(ids, ['x_is_late']);
  expect(rows.map(({ x_is_late }) => x_is_late)).toEqual([false, true]);
});

test('sample data is made where there is a company to lend to', async () => {
  const before = await backend.odoo.model(Loan).searchCount([['x_name', '=', 'Beamer']]);

  const { demo } = parts.addons.find(({ declaration }) => declaration.name === 'loans') ?? {};
  await demo?.({ ...parts.services, odoo: backend.odoo });

  expect(await backend.odoo.model(Loan).searchCount([['x_name', '=', 'Beamer']])).toBe(before + 1);
});

async function built<T>(file: string): Promise<T> {
  return import(/* @vite-ignore */ pathToFileURL(join(copy.path, 'dist/src', file)).href);
}
