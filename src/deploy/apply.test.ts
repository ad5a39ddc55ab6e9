import { describe, expect, test } from 'vitest';
import { createOdoo } from '../odoo/model-api.ts';
import { apply } from './apply.ts';
import type { Change } from './diff.ts';
import type { LiveRecord } from './live-state.ts';
import type { Plan } from './plan.ts';
import type { DesiredRecord } from './record.ts';

const seal: DesiredRecord = {
  externalId: '__supportdesk__.seal',
  model: 'ir.config_parameter',
  stage: 'seal',
  address: 'seal',
  values: { key: 'supportdesk.fingerprint', value: 'abc' },
};
const action: DesiredRecord = {
  externalId: '__supportdesk__.action',
  model: 'ir.actions.act_window',
  stage: 'actions',
  address: 'tickets › action',
  values: { name: 'Tickets', search_view_id: { ref: undefined } },
};
const menu: DesiredRecord = {
  externalId: '__supportdesk__.menu',
  model: 'ir.ui.menu',
  stage: 'menus',
  address: 'tickets › menu',
  values: {
    name: 'Tickets',
    sequence: 5,
    active: true,
    parent_id: { ref: 'base.menu_root' },
    groups_id: { refs: ['base.group_user', 'base.group_portal'] },
    action: { action: '__supportdesk__.action' },
  },
  initial: { comment: 'first' },
};

function planOf(changes: readonly Change[], known: readonly LiveRecord[] = []): Plan {
  const ids = [...known, { externalId: seal.externalId, model: seal.model, recordId: 99 }];
  return {
    changes,
    seal,
    live: {
      ids: new Map(ids.map((row) => [row.externalId, row])),
      rows: new Map(),
      installedModules: new Set(),
    },
  };
}

/** An Odoo that notes every call and answers `load` with ids from 100 on. */
function recordingOdoo(answers: Readonly<Record<string, unknown>> = {}) {
  const calls: unknown[][] = [];
  const odoo = createOdoo({
    async call(model, method, args, kwargs) {
      calls.push([model, method, args, kwargs]);
      if (method === 'search') return idsIn(args[0]);
      if (method !== 'load') return true;
      const rows = args[1];
      return answers[model] ?? { ids: Array.isArray(rows) ? rows.map((_, i) => 100 + i) : [], messages: [] };
    },
  });
  return { odoo, calls };
}

/** All that is looked for is there: the ids of `[['id', 'in', ids]]`. */
const idsIn = (domain: unknown): unknown => (Array.isArray(domain) ? domain[0][2] : []);

describe('apply', () => {
  test('loads new records as text, and knows in later rows what it just made', async () => {
    const { odoo, calls } = recordingOdoo();

    await apply(
      odoo,
      planOf([
        { kind: 'create', record: action },
        { kind: 'create', record: menu },
      ]),
      () => undefined,
    );

    expect(calls[0]).toEqual([
      'ir.actions.act_window',
      'load',
      [['id', 'name', 'search_view_id/id'], [['__supportdesk__.action', 'Tickets', '']]],
      { context: { tz: 'UTC' } },
    ]);
    expect(calls[1]?.[2]).toEqual([
      ['id', 'name', 'sequence', 'active', 'parent_id/id', 'groups_id/id', 'action', 'comment'],
      [
        [
          '__supportdesk__.menu',
          'Tickets',
          '5',
          '1',
          'base.menu_root',
          'base.group_user,base.group_portal',
          'ir.actions.act_window,100',
          'first',
        ],
      ],
    ]);
  });

  test('writes changed columns with database ids', async () => {
    const { odoo, calls } = recordingOdoo();
    const known = [
      { externalId: menu.externalId, model: 'ir.ui.menu', recordId: 4 },
      { externalId: action.externalId, model: 'ir.actions.act_window', recordId: 12 },
      { externalId: 'base.group_user', model: 'res.groups', recordId: 1 },
    ];
    const columns = [
      { column: 'name', from: 'Old', to: '' },
      { column: 'parent_id', from: [3, 'x'], to: { ref: undefined } },
      { column: 'groups_id', from: [], to: { refs: ['base.group_user'] } },
      { column: 'action', from: false, to: { action: action.externalId } },
    ];

    await apply(
      odoo,
      planOf([{ kind: 'update', record: menu, recordId: 4, columns }], known),
      () => undefined,
    );

    expect(calls[0]).toEqual([
      'ir.ui.menu',
      'write',
      [[4], { name: false, parent_id: false, groups_id: [[6, 0, [1]]], action: 'ir.actions.act_window,12' }],
      {},
    ]);
  });

  test('writes the seal last', async () => {
    const { odoo, calls } = recordingOdoo();

    await apply(odoo, planOf([{ kind: 'create', record: action }]), () => undefined);

    expect(calls.at(-1)).toEqual(['ir.config_parameter', 'write', [[99], seal.values], {}]);
  });

  test('keeps the views of a field that it replaces, not of one that goes', async () => {
    const { odoo, calls } = recordingOdoo();
    const field: DesiredRecord = {
      ...action,
      model: 'ir.model.fields',
      stage: 'fields',
      values: { name: 'x_a' },
    };
    const gone = { externalId: '__supportdesk__.gone', model: 'ir.model.fields', recordId: 8 };

    await apply(
      odoo,
      planOf([
        { kind: 'replace', record: field, recordId: 7, columns: [] },
        { kind: 'delete', live: gone },
      ]),
      () => undefined,
    );

    expect(calls.filter(([, method]) => method === 'unlink')).toEqual([
      ['ir.model.fields', 'unlink', [[8]], {}],
      ['ir.model.fields', 'unlink', [[7]], { context: { _force_unlink: true } }],
    ]);
  });

  test('names the declaration that Odoo refuses, and goes no further', async () => {
    const { odoo, calls } = recordingOdoo({
      'ir.ui.menu': { ids: false, messages: [{ type: 'error', message: 'No such menu', record: 0 }] },
    });

    const applying = apply(
      odoo,
      planOf(
        [
          { kind: 'create', record: menu },
          { kind: 'create', record: seal },
        ],
        [{ externalId: action.externalId, model: action.model, recordId: 12 }],
      ),
      () => undefined,
    );

    await expect(applying).rejects.toMatchObject({
      code: 'odoo_validation',
      message: 'Odoo refuses what is declared in ir.ui.menu: tickets › menu: No such menu',
    });
    expect(calls).toHaveLength(1);
  });

  test('stops where Odoo does not say which records it made', async () => {
    const { odoo, calls } = recordingOdoo({ 'ir.actions.act_window': { ids: [], messages: [] } });

    const applying = apply(odoo, planOf([{ kind: 'create', record: action }]), () => undefined);

    await expect(applying).rejects.toMatchObject({
      code: 'odoo_validation',
      message: 'Odoo has written what is declared in ir.actions.act_window, but names 0 records for 1 rows',
    });
    expect(calls).toHaveLength(1);
  });

  test('tells its progress to the end', async () => {
    const { odoo } = recordingOdoo();
    const told: string[] = [];

    await apply(odoo, planOf([{ kind: 'create', record: action }]), ({ done, total, description }) =>
      told.push(`${done}/${total} ${description}`),
    );

    expect(told).toEqual([
      '0/2 create 1 × ir.actions.act_window',
      '1/2 update ir.config_parameter __supportdesk__.seal',
      '2/2 done',
    ]);
  });
});
