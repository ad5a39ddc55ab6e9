import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut } from '../../src/deploy/carry-out.ts';
import { withoutDefaultRights } from '../../src/deploy/default-rights.ts';
import { plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { type AddonDeclaration, defineAddon } from '../../src/schema/index.ts';
import { createServiceLogin } from '../support/create-service-account.ts';
import { createSilentLog } from '../support/create-silent-log.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';

const PARAMETER = 'base_setup.default_user_rights';

import { engineDeclarations as declarations } from '../support/engine-declarations.ts';

/** Lunch comes with an administrator’s group, as Employees, Invoicing and many others do. */
const hungry = defineAddon({ name: 'hungry', modules: ['lunch'] });
let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
  await deploy(declarations);
  await setParameter('True');
});
afterAll(() => backend.close());

async function deploy(wanted: readonly AddonDeclaration[], odoo = backend.odoo): Promise<void> {
  await carryOut(await plan(odoo, wanted), {
    odoo,
    addons: wanted,
    clock: systemClock,
    log: createSilentLog(),
    onProgress: () => undefined,
  });
}

const setParameter = (value: string) =>
  backend.odoo.call('ir.config_parameter', 'set_param', [PARAMETER, value]);
const getParameter = () => backend.odoo.call('ir.config_parameter', 'get_param', [PARAMETER]);

async function createTechnician(): Promise<string> {
  const [group] = await findExternalIds(backend.odoo, ['__supportdesk__.group_technician']);
  const login = `technician-${Date.now()}`;
  await backend.odoo.call('res.users', 'create', [
    { name: 'Tina', login, groups_id: [[6, 0, [group?.recordId]]] },
  ]);
  return login;
}

const readGroups = (login: string) =>
  backend.odoo.call('res.groups', 'search_read', [[['users.login', '=', login]], ['full_name']]);

/** As a process that is killed while Odoo installs: what was to come after never does. */
async function dieWhileInstalling(): Promise<void> {
  await new Promise<void>((resolve) => {
    void withoutDefaultRights(backend.odoo, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
}

describe('modules that apply installs', () => {
  test('give no group to the people who are there, and leave the parameter as it was', async () => {
    const service = (await createServiceLogin(backend)).ODOO_USERNAME;
    const technician = await createTechnician();
    const before = [await readGroups(service), await readGroups(technician)];

    await deploy([...declarations, hungry]);

    expect(await findExternalIds(backend.odoo, ['lunch.group_lunch_manager'])).toHaveLength(1);
    expect([await readGroups(service), await readGroups(technician)]).toEqual(before);
    expect(await getParameter()).toBe('True');
    expect(renderPlan(await plan(backend.odoo, [...declarations, hungry]))).toBe('No changes.');
  });

  test('leave it so where the installation fails', async () => {
    const installing = withoutDefaultRights(backend.odoo, () => Promise.reject(new Error('no such thing')));

    await expect(installing).rejects.toThrow('no such thing');
    expect(await getParameter()).toBe('True');
  });
});

describe('an apply that was killed while Odoo installed modules', () => {
  test('is seen by the next plan, and put right by the next apply', async () => {
    await dieWhileInstalling();
    expect(await getParameter()).toBe('False');

    const shown = await plan(backend.odoo, declarations);
    await deploy(declarations);

    expect(renderPlan(shown)).toContain(`${PARAMETER}, which an apply that was cut short left switched off`);
    expect(shown.changes).toHaveLength(1);
    expect(await getParameter()).toBe('True');
    expect(renderPlan(await plan(backend.odoo, declarations))).toBe('No changes.');
  });

  test('takes back nothing that a person set since', async () => {
    await dieWhileInstalling();
    await setParameter('1');

    await deploy(declarations);

    expect(await getParameter()).toBe('1');
    expect(renderPlan(await plan(backend.odoo, declarations))).toBe('No changes.');
    await setParameter('True');
  });
});
