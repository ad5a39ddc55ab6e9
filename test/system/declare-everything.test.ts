import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/deploy/apply.ts';
import type { Change } from '../../src/deploy/diff.ts';
import { plan } from '../../src/deploy/plan.ts';
import { listExternalIds } from '../../src/odoo/external-ids.ts';
import type { AddonDeclaration } from '../../src/schema/index.ts';
import { everythingAddon } from '../support/everything-addon.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;
/** What a real Odoo was handed out before stays, too. */
let before: ReadonlySet<string>;

beforeAll(async () => {
  backend = await startBackend();
  before = new Set(await listNames());
});
afterAll(() => backend.close());

async function applyAll(addons: readonly AddonDeclaration[]): Promise<readonly Change[]> {
  const planned = await plan(backend.odoo, addons);
  await apply(backend.odoo, planned, () => undefined);
  return planned.changes;
}

const count = async (model: string, domain: readonly unknown[]) =>
  backend.odoo.call(model, 'search_count', [domain], { context: { active_test: false } });

const LEFT = ['parameter_first', 'partner_every', 'reader', 'seal', 'sequence_every'];

async function listNames(): Promise<readonly string[]> {
  const ids = await listExternalIds(backend.odoo, '__supportdesk__');
  return ids.map(({ externalId }) => externalId.replace('__supportdesk__.', ''));
}

test('every kind of declaration comes back identical', async () => {
  await applyAll(everythingAddon('first'));

  expect((await plan(backend.odoo, everythingAddon('first'))).changes).toEqual([]);
});

test('what changes in the declarations is all that the plan shows', async () => {
  const changes = await applyAll(everythingAddon('second'));

  expect(changes.map(describe).sort()).toMatchSnapshot();
  expect((await plan(backend.odoo, everythingAddon('second'))).changes).toEqual([]);
});

test('nothing is left of what is no longer declared but what was handed out', async () => {
  await applyAll([]);

  const left = (await listNames()).filter((name) => LEFT.includes(name) || !before.has(name));
  expect(left.toSorted()).toEqual(LEFT);
  expect(await count('ir.model', [['model', 'like', 'x_every.']])).toBe(0);
  expect(await count('ir.model.fields', [['name', '=', 'x_every_note']])).toBe(0);
  expect(await count('ir.actions.server', [['name', 'like', 'Every']])).toBe(0);
  expect(await count('base.automation', [['name', 'like', 'Every']])).toBe(0);
  expect(await count('ir.cron', [['cron_name', 'like', 'Every']])).toBe(0);
  expect(await count('mail.template', [['name', 'like', 'Every']])).toBe(0);
  expect(await count('mail.alias', [['alias_name', '=', 'every-thing']])).toBe(0);
  expect(await count('res.partner', [['name', '=', 'Every One']])).toBe(1);
});

function describe(change: Change): string {
  if (change.kind === 'delete') return `- ${change.live.externalId}`;
  const columns = 'columns' in change ? change.columns.map(({ column }) => column) : [];
  return `${change.kind} ${change.record.model} ${change.record.externalId.replace('__supportdesk__.', '')}: ${columns.sort().join(' ')}`;
}
