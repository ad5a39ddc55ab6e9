import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../src/deploy/apply.ts';
import { type PlanOptions, plan } from '../../src/deploy/plan.ts';
import { renderPlan } from '../../src/deploy/render.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { engineDeclarations as declarations } from '../support/engine-declarations.ts';
import { type Backend, startBackend } from '../support/start-backend.ts';
import { type TrialOptions, trialAddon } from '../support/trial-addon.ts';

let backend: Backend;

beforeAll(async () => {
  backend = await startBackend();
});
beforeEach(() => deploy({}, { overwrite: true }));
afterAll(async () => {
  await apply(backend.odoo, await plan(backend.odoo, declarations), () => undefined);
  await backend.close();
});

const planFor = (options: TrialOptions = {}, how: PlanOptions = {}) =>
  plan(backend.odoo, [...declarations, trialAddon(options)], how);

async function deploy(options: TrialOptions = {}, how: PlanOptions = {}) {
  await apply(backend.odoo, await planFor(options, how), () => undefined);
}

async function getRecord(name: string) {
  const [row] = await findExternalIds(backend.odoo, [`__supportdesk__.${name}`]);
  if (row) return row;
  throw new Error(`Odoo has no __supportdesk__.${name}`);
}

/** What an administrator does in Odoo's own forms. */
async function change(name: string, values: Readonly<Record<string, unknown>>) {
  const { model, recordId } = await getRecord(name);
  await backend.odoo.call(model, 'write', [[recordId], values]);
}

async function readColumn(name: string, column: string) {
  const { model, recordId } = await getRecord(name);
  const rows = await backend.odoo.call(model, 'read', [[recordId], [column]]);
  return (rows as readonly Readonly<Record<string, unknown>>[])[0]?.[column];
}

describe('what an administrator changed', () => {
  test('is kept: a view, a label, a rule, a reference', async () => {
    await change('trial_list', { arch: '<list><field name="x_size"/></list>' });
    await change('field__x_support_trial__x_size', { field_description: 'Weight' });
    await change('rule_trial', { domain_force: "[('x_size', '>', 0)]" });
    await change('menu_trial', { groups_id: [[5]], action: false });

    const planned = await planFor();

    expect(planned.changes).toEqual([]);
    expect(
      planned.kept?.flatMap(({ record, columns }) =>
        columns.map(({ column }) => `${record.address} ${column}`),
      ),
    ).toEqual([
      'trial › x_support.trial.x_size field_description',
      'trial › rule_trial domain_force',
      'trial › trial_list arch',
      'trial › menu_trial action',
      'trial › menu_trial groups_id',
    ]);
    expect(renderPlan(planned)).toContain(
      '! kept  trial › x_support.trial.x_size  field_description: "Weight" (ours would be "Size")',
    );
    expect(renderPlan(planned).split('\n').at(-1)).toBe('No changes. 5 kept.');
  });

  test('stays through later applies, beside what those change', async () => {
    await change('menu_trial', { name: 'Tests' });
    await deploy({ domain: "[('x_size', '<', 99)]" });

    const planned = await planFor({ domain: "[('x_size', '<', 99)]", menu: 'Trials' });

    expect(await readColumn('rule_trial', 'domain_force')).toBe("[('x_size', '<', 99)]");
    expect(await readColumn('menu_trial', 'name')).toBe('Tests');
    expect(planned.changes.map((found) => found.kind !== 'delete' && found.record.stage)).toEqual(['seal']);
    expect(planned.kept).toHaveLength(1);
  });

  test('is changed back where the operator asks for it', async () => {
    await change('menu_trial', { name: 'Tests' });

    await deploy({}, { overwrite: true });

    expect(await readColumn('menu_trial', 'name')).toBe('Trial');
    expect(renderPlan(await planFor())).toBe('No changes.');
  });

  test('is no longer noted once people change it back or the declaration follows', async () => {
    await change('menu_trial', { name: 'Tests' });
    await change('rule_trial', { domain_force: '[]' });
    await change('rule_trial', { domain_force: "[(1, '=', 1)]" });

    await deploy({ menu: 'Tests' });

    expect(renderPlan(await planFor({ menu: 'Tests' }))).toBe('No changes.');
    expect((await planFor({ menu: 'Trial' })).kept).toEqual([]);
  });

  test('comes back where it was deleted', async () => {
    const { model, recordId } = await getRecord('trial_list');
    await backend.odoo.call(model, 'unlink', [[recordId]]);

    const planned = await planFor();

    expect(planned.changes.map(({ kind }) => kind)).toEqual(['create']);
    expect(planned.kept).toEqual([]);
  });
});

describe('a new declaration', () => {
  test('updates what nobody but us wrote, references to records no longer named included', async () => {
    const planned = await planFor({ menu: 'Trials', list: '<list><field name="x_kind"/></list>' });

    expect(planned.kept).toEqual([]);
    expect(planned.changes.map((found) => found.kind !== 'delete' && found.record.address)).toEqual(
      expect.arrayContaining(['trial › trial_list', 'trial › menu_trial']),
    );
  });
});

describe('an Odoo that lost the note of the last apply', () => {
  test('keeps nothing, and the plan says that it cannot tell', async () => {
    await change('menu_trial', { name: 'Tests' });
    await change('seal', { value: 'scrambled' });

    const planned = await planFor();

    expect(planned.kept).toEqual([]);
    expect(renderPlan(planned)).toContain('Odoo holds no note of the last apply');
    await deploy();
    expect(renderPlan(await planFor())).toBe('No changes.');
  });
});

describe('external ids that Odoo lost', () => {
  test('are given again to the records that are there', async () => {
    const names = ['model__x_support_trial', 'field__x_support_trial__x_size', 'group_trial', 'seal'];
    const rows = await backend.odoo
      .model({ name: 'ir.model.data', fields: { name: { type: 'char' } } })
      .search([
        ['module' as 'name', '=', '__supportdesk__'],
        ['name', 'in', names],
      ]);
    const before = await getRecord('model__x_support_trial');
    await backend.odoo.call('ir.model.data', 'unlink', [rows]);

    const planned = await planFor();
    await apply(backend.odoo, planned, () => undefined);

    expect(planned.changes.map(({ kind }) => kind)).toEqual(['adopt', 'adopt', 'adopt', 'adopt']);
    expect(await getRecord('model__x_support_trial')).toEqual(before);
    expect(renderPlan(await planFor())).toBe('No changes.');
  });
});

describe('a view that people made', () => {
  test('is named before anything is written where it uses what goes', async () => {
    const parent = (await getRecord('trial_list')).recordId;
    const own = await backend.odoo.call('ir.ui.view', 'create', [
      {
        name: 'Sizes at a glance',
        model: 'x_support.trial',
        inherit_id: parent,
        mode: 'extension',
        arch: '<data><field name="x_size" position="after"><field name="x_kind"/></field></data>',
      },
    ]);

    const planned = plan(backend.odoo, declarations);

    await expect(planned).rejects.toMatchObject({ code: 'used_in_view' });
    await expect(planned).rejects.toThrow('the view “Sizes at a glance” shows x_support.trial.x_kind');
    await expect(planned).rejects.toThrow('the view “Sizes at a glance” extends trial_list');
    await backend.odoo.call('ir.ui.view', 'unlink', [[own].flat()]);
    expect((await plan(backend.odoo, declarations)).changes).not.toEqual([]);
  });
});

describe('what a plan would lose', () => {
  test('is counted for models and fields', async () => {
    const Trial = {
      name: 'x_support.trial',
      fields: { x_name: { type: 'char' }, x_size: { type: 'integer' } },
    } as const;
    await backend.odoo.model(Trial).create([
      { x_name: 'one', x_size: 1 },
      { x_name: 'two', x_size: 2 },
    ]);

    const withoutTrial = await plan(backend.odoo, declarations);
    const retyped = await planFor({ size: { type: 'char', label: 'Size' } });

    expect(renderPlan(withoutTrial)).toContain(
      '__supportdesk__.model__x_support_trial (no longer declared) — loses 2 records of x_support.trial',
    );
    expect(renderPlan(retyped)).toMatch(
      /± ir\.model\.fields\s+trial › x_support\.trial\.x_size — loses its values in 2 records of x_support\.trial/,
    );
  });
});

describe.skipIf(process.env.TEST_BACKEND === 'live')('a plan with nothing to do', () => {
  test('costs at most 15 calls, whatever is declared', async () => {
    backend.watched.clearRequests();

    const planned = await planFor();

    expect(planned.changes).toEqual([]);
    // Besides these a command asks for the version and logs in.
    expect(backend.watched.requests.length).toBeLessThanOrEqual(13);
  });
});
