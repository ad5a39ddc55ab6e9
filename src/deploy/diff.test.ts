import { describe, expect, test } from 'vitest';
import { diff } from './diff.ts';
import type { LiveState } from './live-state.ts';
import type { DesiredRecord } from './record.ts';

const field: DesiredRecord = {
  externalId: '__supportdesk__.field_a',
  model: 'ir.model.fields',
  stage: 'fields',
  address: 'tickets › x_support.ticket.x_a',
  values: { name: 'x_a', ttype: 'integer', help: '', required: false },
};
const view: DesiredRecord = {
  externalId: '__supportdesk__.view',
  model: 'ir.ui.view',
  stage: 'views',
  address: 'tickets › view',
  values: { arch: '<list><field name="x_a"/></list>', inherit_id: { ref: undefined } },
};
const fieldRow = { id: 7, name: 'x_a', ttype: 'integer', help: false, required: false };
const viewRow = { id: 8, arch: '<list>\n  <field name="x_a"></field>\n</list>', inherit_id: false };

function live(
  rows: Readonly<Record<string, { readonly id: number } & Readonly<Record<string, unknown>>>>,
): LiveState {
  const entries = Object.entries(rows);
  return {
    ids: new Map(
      entries.map(([name, { id }]) => [
        `__supportdesk__.${name}`,
        { externalId: `__supportdesk__.${name}`, model: 'ir.model.fields', recordId: id },
      ]),
    ),
    rows: new Map(entries.map(([name, row]) => [`__supportdesk__.${name}`, row])),
    installedModules: new Set(),
  };
}

const kinds = (desired: readonly DesiredRecord[], state: LiveState) =>
  diff(desired, state).map((change) => [
    change.kind,
    change.kind === 'delete' ? change.live.externalId : change.record.externalId,
  ]);

describe('diff', () => {
  test('finds nothing where Odoo holds what is declared, in its own spelling', () => {
    expect(diff([field, view], live({ field_a: fieldRow, view: viewRow }))).toEqual([]);
  });

  test('creates what is missing and deletes what is no longer declared', () => {
    expect(kinds([field], live({ old: { id: 3 } }))).toEqual([
      ['create', '__supportdesk__.field_a'],
      ['delete', '__supportdesk__.old'],
    ]);
  });

  test('updates only the columns that differ, late ones included', () => {
    const record = { ...field, late: { order: 'x_a' } };

    const [change] = diff([record], live({ field_a: { ...fieldRow, required: true, order: 'id' } }));

    expect(change).toMatchObject({
      kind: 'update',
      recordId: 7,
      columns: [
        { column: 'required', from: true, to: false },
        { column: 'order', from: 'id', to: 'x_a' },
      ],
    });
  });

  test('leaves initial columns to the organisation', () => {
    const sequence = { ...field, initial: { prefix: 'TKT-' } };

    expect(diff([sequence], live({ field_a: { ...fieldRow, prefix: 'CASE-' } }))).toEqual([]);
  });

  test('replaces a field whose type changes', () => {
    expect(kinds([field], live({ field_a: { ...fieldRow, ttype: 'char' } }))).toEqual([
      ['replace', '__supportdesk__.field_a'],
    ]);
  });

  test('replaces with a field its default and the computations on it, which cannot outlive it', () => {
    const fallback: DesiredRecord = {
      ...field,
      externalId: '__supportdesk__.default_a',
      model: 'ir.default',
      values: { field_id: { ref: field.externalId }, json_value: '3' },
    };
    const computed: DesiredRecord = {
      ...field,
      externalId: '__supportdesk__.field_b',
      values: { name: 'x_b' },
      after: [field.externalId],
    };
    const onComputed: DesiredRecord = {
      ...computed,
      externalId: '__supportdesk__.field_c',
      after: [computed.externalId],
    };
    const state = live({
      field_a: { ...fieldRow, ttype: 'char' },
      default_a: { id: 9, field_id: [7, 'A'], json_value: '3' },
      field_b: { id: 10, name: 'x_b' },
      field_c: { id: 11, name: 'x_b' },
    });

    expect(kinds([field, fallback, computed, onComputed], state)).toEqual([
      ['replace', '__supportdesk__.field_a'],
      ['replace', '__supportdesk__.default_a'],
      ['replace', '__supportdesk__.field_b'],
      ['replace', '__supportdesk__.field_c'],
    ]);
  });

  test('fills an empty reference with a record that is yet to be made', () => {
    const child = { ...view, values: { inherit_id: { ref: '__supportdesk__.parent' } } };
    const menu = { ...view, values: { action: { action: '__supportdesk__.action' } } };

    expect(kinds([child], live({ view: { id: 8, inherit_id: false } }))[0]?.[0]).toBe('update');
    expect(kinds([menu], live({ view: { id: 8, action: false } }))[0]?.[0]).toBe('update');
  });

  test('compares many references without regard to their order', () => {
    const group = {
      ...field,
      values: { implied_ids: { refs: ['__supportdesk__.one', '__supportdesk__.two'] } },
    };
    const ids = { one: { id: 1 }, two: { id: 2 } };
    const parents = [
      { ...field, externalId: '__supportdesk__.one', values: {} },
      { ...field, externalId: '__supportdesk__.two', values: {} },
    ];

    expect(diff([group, ...parents], live({ field_a: { id: 7, implied_ids: [2, 1] }, ...ids }))).toEqual([]);
    expect(
      kinds([group, ...parents], live({ field_a: { id: 7, implied_ids: [1, 2, 3] }, ...ids }))[0]?.[0],
    ).toBe('update');
  });

  test('knows a menu’s action by model and id', () => {
    const menu = { ...field, values: { action: { action: field.externalId } } };

    expect(diff([menu], live({ field_a: { id: 7, action: 'ir.model.fields,7' } }))).toEqual([]);
    expect(diff([menu], live({ field_a: { id: 7, action: 'ir.model.fields,6' } }))).toHaveLength(1);
  });
});
