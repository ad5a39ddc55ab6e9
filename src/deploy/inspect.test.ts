import { describe, expect, test } from 'vitest';
import { createOdoo } from '../odoo/model-api.ts';
import { inspect } from './inspect.ts';
import { plan } from './plan.ts';
import type { DesiredRecord } from './record.ts';

const menu: DesiredRecord = {
  externalId: '__supportdesk__.menu',
  model: 'ir.ui.menu',
  stage: 'menus',
  address: 'tickets › menu',
  values: { name: 'Support', parent_id: { ref: 'base.menu_root' } },
  late: { sequence: 5 },
  initial: { active: true },
};

/** An Odoo that holds these rows by model, and notes what it was asked. */
function odooHolding(rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>) {
  const calls: { model: string; args: readonly unknown[]; kwargs: unknown }[] = [];
  const odoo = createOdoo({
    async call(model, _method, args, kwargs) {
      calls.push({ model, args, kwargs });
      const found = rows[model] ?? [];
      const domain = JSON.stringify(args[0]);
      if (model !== 'ir.model.data') return found;
      return found.filter(
        ({ module, name }) => domain.includes(`"${String(module)}"`) || domain.includes(`"${String(name)}"`),
      );
    },
  });
  return { odoo, calls };
}

const ours = { module: '__supportdesk__', model: 'ir.ui.menu' };

describe('inspect', () => {
  test('reads our records and the ids that they refer to, also records that are hidden', async () => {
    const { odoo, calls } = odooHolding({
      'ir.model.data': [
        { id: 1, ...ours, name: 'menu', res_id: 40 },
        { id: 2, module: 'base', name: 'menu_root', model: 'ir.ui.menu', res_id: 3 },
      ],
      'ir.ui.menu': [{ id: 40, name: 'Support', parent_id: [3, 'Root'], sequence: 5 }],
      'ir.module.module': [{ id: 1, name: 'mail' }],
    });

    const live = await inspect(odoo, [menu]);

    expect(live.ids.get('base.menu_root')?.recordId).toBe(3);
    expect(live.rows.get('__supportdesk__.menu')).toMatchObject({ name: 'Support', sequence: 5 });
    expect([...live.installedModules]).toEqual(['mail']);
    expect(calls.find(({ model }) => model === 'ir.ui.menu')).toMatchObject({
      args: [[['id', 'in', [40]]], ['name', 'parent_id', 'sequence']],
      kwargs: { context: { active_test: false, 'ir.ui.menu.full_list': true } },
    });
  });

  test('takes a record that somebody deleted for missing, though its external id is still there', async () => {
    const { odoo } = odooHolding({ 'ir.model.data': [{ id: 1, ...ours, name: 'menu', res_id: 40 }] });

    const live = await inspect(odoo, [menu]);

    expect(live.ids.has('__supportdesk__.menu')).toBe(false);
    expect(live.rows.size).toBe(0);
  });
});

describe('plan', () => {
  test('asks Odoo nothing while the declarations have faults', async () => {
    const { odoo, calls } = odooHolding({});
    const action = { id: 'action', label: 'Tickets', model: 'x_support.tiket', views: ['list'] } as const;

    await expect(plan(odoo, [{ name: 'tickets', actions: [action] }])).rejects.toMatchObject({
      code: 'declaration',
    });
    expect(calls).toEqual([]);
  });

  test('names the modules that Odoo does not even know', async () => {
    const { odoo } = odooHolding({ 'ir.module.module': [{ id: 1, name: 'mail' }] });

    await expect(
      plan(odoo, [{ name: 'tickets', modules: ['mail', 'portal', 'base_automation'] }]),
    ).rejects.toMatchObject({
      code: 'missing_modules',
      message: 'this Odoo has no modules portal, base_automation',
    });
  });

  test('names the records of Odoo that a declaration leans on and this one lacks', async () => {
    const { odoo } = odooHolding({
      'ir.model.data': [
        { id: 1, module: 'base', name: 'model_ir_model_data', model: 'ir.model', res_id: 1 },
        { id: 2, module: 'base', name: 'group_system', model: 'res.groups', res_id: 1 },
      ],
    });
    const group = { id: 'group', label: 'Technician', category: 'base.no_category', implies: [] };

    await expect(plan(odoo, [{ name: 'tickets', groups: [group] }])).rejects.toMatchObject({
      code: 'unknown_reference',
      message: 'tickets › group: this Odoo has no "base.no_category"',
    });
  });
});
