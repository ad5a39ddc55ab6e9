import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addons } from '../../src/addons/index.ts';
import { MODELS, ROLES_MARKS, renderRolesMatrix, rightsOf } from './roles-matrix.ts';
import { withRendered } from './with-rendered.ts';

test('docs/roles.md tells who may do what; `npm run docs` renders it anew', async () => {
  const page = readFileSync(new URL('../../docs/roles.md', import.meta.url), 'utf8');

  await expect(withRendered(page, renderRolesMatrix(), ROLES_MARKS)).toMatchFileSnapshot(
    '../../docs/roles.md',
  );
});

test('how far technicians see makes no difference to what they may do', () => {
  for (const { name } of MODELS) {
    expect([rightsOf(name, 'team'), rightsOf(name, 'all')], name).toEqual(
      Array(2).fill(rightsOf(name, 'own')),
    );
  }
});

test('what technicians may start, open and read is for all of them, however few tickets they see', () => {
  const WIDER = ['group_technician', 'group_technician_team'];
  const told = addons.flatMap(
    ({ declaration: { name, access = [], serverActions = [], menus = [], views = [] } }) => [
      ...access.filter(({ group }) => WIDER.includes(group)).map(({ id }) => `${name} › ${id}`),
      ...[...serverActions, ...menus]
        .filter(({ groups = [] }) => groups.some((group) => WIDER.includes(group)))
        .map(({ id }) => `${name} › ${id}`),
      ...views
        .filter(({ arch }) => /groups="[^"]*group_technician(?:_team)?\b(?!_own)/.test(arch))
        .map(({ id }) => `${name} › ${id}`),
    ],
  );

  // Use EVERY_TECHNICIAN, or grantAccess.
  expect(told).toEqual([]);
});

test('every model that technicians read and that names a ticket has rules that follow the ticket, or is its maker’s', () => {
  const ruled = new Set(
    addons
      .flatMap(({ declaration }) => declaration.rules ?? [])
      .flatMap(({ model, groups }) => (groups.includes('group_technician_own') ? [model] : [])),
  );
  const naming = addons
    .flatMap(({ declaration }) => declaration.models ?? [])
    .filter(({ ownFields }) =>
      Object.values(ownFields).some(
        ({ relation, type, compute, script }) =>
          relation === 'x_support.ticket' && type !== 'one2many' && !compute && !script,
      ),
    )
    .map(({ name }) => name)
    .filter((name) => name.startsWith('x_') && rightsOf(name, 'own').includes('r'));

  // Name it in src/addons/roles/following.ts.
  expect([...new Set(naming)].filter((name) => !ruled.has(name))).toEqual([]);
});
