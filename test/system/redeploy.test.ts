import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/deploy/apply.ts';
import { plan } from '../../src/deploy/plan.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import {
  type AddonDeclaration,
  defineAccess,
  defineAction,
  defineAddon,
  defineMenu,
  defineModel,
  defineView,
  type FieldDeclaration,
  field,
} from '../../src/schema/index.ts';
import { engineDeclarations as declarations } from '../support/engine-declarations.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
  await deploy();
});
afterAll(async () => {
  await deploy();
  await backend.close();
});

/** Brings Odoo to the product's addons and those given, and answers what is left to do afterwards. */
async function deploy(...more: readonly AddonDeclaration[]) {
  await apply(backend.odoo, await plan(backend.odoo, [...declarations, ...more]), () => undefined);
  return (await plan(backend.odoo, [...declarations, ...more])).changes;
}

const list = (arch: string) =>
  defineView({ id: 'trial_list', model: 'x_support.trial', type: 'list', arch: `<list>${arch}</list>` });

test('a field goes together with its place in a view', async () => {
  const trial = (fields: Parameters<typeof defineModel>[1]['fields'], arch: string) =>
    defineAddon({
      name: 'trial',
      models: [defineModel('x_support.trial', { label: 'Trial', fields })],
      views: [list(arch)],
    });
  const x_name = field.char('Name');
  await deploy(trial({ x_name, x_old: field.char('Old') }, '<field name="x_name"/><field name="x_old"/>'));

  expect(await deploy(trial({ x_name }, '<field name="x_name"/>'))).toEqual([]);
});

test('a field whose type changes keeps its default, its place in a view and the computations on it', async () => {
  const trial = (x_size: FieldDeclaration) =>
    defineAddon({
      name: 'trial',
      models: [
        defineModel('x_support.trial', {
          label: 'Trial',
          fields: {
            x_name: field.char('Name'),
            x_size,
            x_is_big: field.computed('boolean', 'Big', { compute: 'record.x_size > 9', depends: ['x_size'] }),
          },
        }),
      ],
      views: [list('<field name="x_name"/><field name="x_size"/>')],
    });
  await deploy(trial(field.integer('Size', { default: 3 })));

  expect(await deploy(trial(field.float('Size', { default: 3 })))).toEqual([]);
});

test('computations are made after those they lean on, whatever the order of declaration', async () => {
  const trial = defineAddon({
    name: 'trial',
    models: [
      defineModel('x_support.trial', {
        label: 'Trial',
        fields: {
          x_name: field.char('Name'),
          x_quadruple: field.computed('integer', 'Quadruple', {
            compute: 'record.x_double * 2',
            depends: ['x_double'],
          }),
          x_double: field.computed('integer', 'Double', {
            compute: 'record.x_size * 2',
            depends: ['x_size'],
          }),
          x_size: field.integer('Size'),
        },
      }),
    ],
  });

  expect(await deploy(trial)).toEqual([]);
});

test('a reference that was empty is filled with what the same plan makes', async () => {
  const Trial = defineModel('x_support.trial', { label: 'Trial', fields: { x_name: field.char('Name') } });
  const action = { id: 'action_trial', label: 'Trial', model: 'x_support.trial', views: ['list'] } as const;
  const menu = { id: 'menu_trial', label: 'Trial', sequence: 99 };
  await deploy(
    defineAddon({
      name: 'trial',
      models: [Trial],
      actions: [defineAction(action)],
      menus: [defineMenu(menu)],
    }),
  );
  const search = defineView({
    id: 'trial_search',
    model: 'x_support.trial',
    type: 'search',
    arch: '<search><field name="x_name"/></search>',
  });

  const left = await deploy(
    defineAddon({
      name: 'trial',
      models: [Trial],
      views: [search],
      actions: [
        defineAction({ ...action, search: 'trial_search' }),
        defineAction({ ...action, id: 'action_new' }),
      ],
      menus: [defineMenu({ ...menu, action: 'action_new' })],
    }),
  );

  expect(left).toEqual([]);
});

test('an access line that somebody deleted is in force again for the service account', async () => {
  const Trial = defineModel('x_support.trial', { label: 'Trial', fields: { x_name: field.char('Name') } });
  const trial = defineAddon({
    name: 'trial',
    models: [Trial],
    access: [
      defineAccess({
        id: 'access_trial',
        model: 'x_support.trial',
        group: 'base.group_user',
        rights: ['read', 'write', 'create', 'delete'],
      }),
    ],
  });
  await deploy(trial);
  const [line] = await findExternalIds(backend.odoo, ['__supportdesk__.access_trial']);
  await backend.odoo.call('ir.model.access', 'unlink', [[line?.recordId]]);

  await deploy(trial);

  const [id] = await backend.odoo.model(Trial).create([{ x_name: 'Allowed' }]);
  expect(id).toBeTypeOf('number');
});

test('records stay in sight whose model gains a field by which Odoo archives', async () => {
  const trial = (x_active: Readonly<Record<string, FieldDeclaration>>) =>
    defineAddon({
      name: 'trial',
      models: [
        defineModel('x_support.sight', {
          label: 'Trial',
          fields: { x_name: field.char('Name'), ...x_active },
        }),
      ],
      access: [
        defineAccess({
          id: 'access_trial',
          model: 'x_support.sight',
          group: 'base.group_system',
          rights: ['read', 'write', 'create'],
        }),
      ],
    });
  await deploy(trial({}));
  const ids = await backend.odoo.call('x_support.sight', 'create', [[{ x_name: 'Old' }]]);

  await deploy(trial({ x_active: field.boolean('Active', { default: true }) }));

  expect(await backend.odoo.call('x_support.sight', 'search', [[]])).toEqual(ids);
});
