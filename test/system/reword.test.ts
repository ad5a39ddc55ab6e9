import { afterAll, beforeAll, expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import {
  type AddonDeclaration,
  defineAccess,
  defineAddon,
  defineAutomation,
  defineModel,
  defineView,
  field,
} from '../../src/schema/index.ts';
import { installLanguage } from '../support/install-language.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

/** A real Odoo may hold the product, and keeps it. */
const product = process.env.TEST_BACKEND === 'live' ? addons.map(({ declaration }) => declaration) : [];
const model = 'x_support.trial';
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
  await installLanguage(backend.odoo, 'nl_NL');
});
afterAll(async () => {
  await deploy([]);
  await backend.close();
});

const planFor = (declared: readonly AddonDeclaration[]) => plan(backend.odoo, [...product, ...declared]);

/** Applies, and answers what is left to do or was kept. */
async function deploy(declared: readonly AddonDeclaration[]): Promise<string> {
  await apply(backend.odoo, await planFor(declared), () => undefined);
  const rest = await planFor(declared);
  return renderPlan({
    ...rest,
    kept: rest.kept?.filter(({ record }) => record.address.startsWith('trial')) ?? [],
  });
}

const trial = (hint: string, code: string, texts: Readonly<Record<string, string>>): AddonDeclaration =>
  defineAddon({
    name: 'trial',
    modules: ['base_automation'],
    models: [defineModel(model, { label: 'Trial', fields: { x_name: field.char('Name') } })],
    access: [defineAccess({ id: 'access_trial', model, group: 'base.group_system', rights: ['read'] })],
    views: [
      defineView({
        id: 'trial_form',
        model,
        type: 'form',
        arch: `<form string="Trial"><sheet><group string="What it is"><field name="x_name" placeholder="${hint}"/></group></sheet></form>`,
      }),
    ],
    automations: [
      defineAutomation({
        id: 'automation_trial',
        label: 'Trial: on its own',
        model,
        trigger: 'on_create',
        code,
      }),
    ],
    translations: { nl_NL: { Trial: 'Proef', 'What it is': 'Wat het is', ...texts } },
  });

test('a text that is worded anew keeps its translation, and so do those beside it', async () => {
  await deploy([
    trial('Such as the name of a thing', 'pass', { 'Such as the name of a thing': 'Zoals de naam' }),
  ]);

  const left = await deploy([
    trial('e.g. the name of a thing', 'pass', { 'e.g. the name of a thing': 'Zoals de naam' }),
  ]);

  expect(left).toBe('No changes.');
});

test('a text that is worded anew and not translated yet has no translation', async () => {
  await deploy([
    trial('The name of a thing or other', 'pass', { 'The name of a thing or other': 'De naam' }),
  ]);

  expect(await deploy([trial('The name of a thing or others', 'pass', {})])).toBe('No changes.');
});

test('an automation whose code changes keeps its name', async () => {
  await deploy([trial('Name', 'pass', {})]);

  expect(await deploy([trial('Name', 'record.write({})', {})])).toBe('No changes.');
});
