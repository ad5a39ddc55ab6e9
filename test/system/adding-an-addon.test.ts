import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from 'winston';
import type { Addon } from '../../src/addons/addon.ts';
import type { createPortal } from '../../src/portal/app.ts';
import { type BuiltCopy, buildCopy } from '../support/build-copy.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { i18n } from '../support/i18n.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { startPortal } from '../support/start-portal.ts';
import { createVisitor } from '../support/visitor.ts';

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

beforeAll(async () => {
  backend = await startBackend();
  copy = buildCopy(files);
});
afterAll(async () => {
  copy?.remove();
  await backend.close();
});

const supportdesk = async (...command: readonly string[]) => {
  const env = { ...process.env, ...backend.settings };
  const main = join(copy.path, 'dist/src/cli/main.js');
  return (await promisify(execFile)(process.execPath, [main, ...command], { env })).stdout;
};

test('the page makes an addon in fewer than 70 lines', () => {
  const lines = [...files].flatMap(([name, text]) => (name.includes('loans') ? text.split('\n') : []));

  expect(lines.filter((line) => line.trim() !== '').length).toBeLessThan(70);
});

test('the addon is applied, and then there is nothing left to do', async () => {
  await supportdesk('apply', '--yes');

  expect(await supportdesk('plan')).toMatch(/^No changes\./);
});

test('customers see their own loans, and the job marks those that are late', async () => {
  const [ann, bob] = [await createCustomer(backend.odoo, 'Ann'), await createCustomer(backend.odoo, 'Bob')];
  const loan = { x_name: 'Beamer', x_partner_id: ann.companyId };
  await backend.odoo.model(Loan).create([
    { ...loan, x_due_on: '2020-01-01' },
    { ...loan, x_name: 'Cable', x_due_on: '2090-01-01' },
    { ...loan, x_name: 'Foreign', x_partner_id: bob.companyId, x_due_on: '2020-01-01' },
  ]);
  const { loans } = await built<{ readonly loans: Addon }>('addons/loans/addon.js');

  const text = await readPage(loans, ann);
  await runJobs(loans);

  expect(text).toContain('Beamer, due 2020-01-01');
  expect(text).not.toContain('Foreign');
  const mine = [['x_partner_id', '=', ann.companyId]] as const;
  const rows = await backend.odoo.model(Loan).searchRead(mine, { fields: ['x_name', 'x_is_late'] });
  expect(new Map(rows.map((row) => [row.x_name, row.x_is_late]))).toEqual(
    new Map([
      ['Beamer', true],
      ['Cable', false],
    ]),
  );
});

async function built<T>(file: string): Promise<T> {
  return import(/* @vite-ignore */ pathToFileURL(join(copy.path, 'dist/src', file)).href);
}

async function readPage({ portal: part }: Addon, customer: Customer): Promise<string> {
  const app = await built<{ readonly createPortal: typeof createPortal }>('portal/app.js');
  const { sessions, odoo: service } = backend;
  const portal = await startPortal({ sessions, service, parts: part ? [part] : [] }, app.createPortal);
  const visitor = createVisitor(portal.url);
  await visitor.logIn(customer);
  const { text } = await visitor.get('/my/loans');
  await portal.close();
  return text;
}

async function runJobs({ jobs }: Addon): Promise<void> {
  const { odoo } = backend;
  const log = createLogger({ silent: true });
  const clock = { now: () => new Date() };
  const services = {
    odoo,
    clock,
    log,
    i18n,
    settings: {},
    config: {},
    contributions: [],
    registry: new Registry(),
    onClose: () => {},
  };
  const { signal } = new AbortController();
  for (const job of jobs?.(services) ?? [])
    await job.run({
      log,
      signal,
      start: () => false,
      cursor: { value: undefined, advance: async () => undefined },
    });
}
