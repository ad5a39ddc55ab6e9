import { describe, expect, test } from 'vitest';
import type { Change } from './diff.ts';
import { order } from './order.ts';
import type { DesiredRecord, Stage } from './record.ts';
import type { Step } from './step.ts';

const seal: DesiredRecord = {
  externalId: '__supportdesk__.seal',
  model: 'ir.config_parameter',
  stage: 'seal',
  address: 'seal',
  values: { key: 'supportdesk.fingerprint', value: 'abc' },
};

function record(name: string, model: string, stage: Stage, more: Partial<DesiredRecord> = {}): DesiredRecord {
  return { externalId: `__supportdesk__.${name}`, model, stage, address: name, values: { name }, ...more };
}

const create = (wanted: DesiredRecord): Change => ({ kind: 'create', record: wanted });
const remove = (name: string, model: string, recordId = 1): Change => ({
  kind: 'delete',
  live: { externalId: `__supportdesk__.${name}`, model, recordId },
});
const update = (wanted: DesiredRecord): Change => ({
  kind: 'update',
  record: wanted,
  recordId: 5,
  columns: [{ column: 'name', from: 'old', to: wanted.address }],
});
const replace = (wanted: DesiredRecord, recordId = 5): Change => ({
  kind: 'replace',
  record: wanted,
  recordId,
  columns: [],
});

const show = (step: Step) => {
  if (step.kind === 'write') return `write ${step.record.address}`;
  if (step.kind === 'move') return `move ${step.action.address}`;
  if (step.kind === 'labels') return `labels ${step.texts.map(({ record }) => record.address).join(' ')}`;
  const names = step.records.map(({ externalId }) => externalId.replace('__supportdesk__.', ''));
  return `${step.kind} ${names.join(' ')}`;
};
const steps = (...changes: readonly Change[]) => order(changes, seal).map(show);

describe('order', () => {
  test('does nothing where nothing changes', () => {
    expect(steps()).toEqual([]);
  });

  test('changes a view before a new one extends it, which may lean on what it has only from now on', () => {
    const parent = record('parent', 'ir.ui.view', 'views');
    const child = record('child', 'ir.ui.view', 'views', {
      values: { inherit_id: { ref: parent.externalId } },
    });

    expect(
      steps(
        create(child),
        create(record('field', 'ir.model.fields', 'fields')),
        update(parent),
        update(record('other', 'ir.ui.view', 'views')),
        create(record('menu', 'ir.ui.menu', 'menus')),
      ),
    ).toEqual(['load field', 'write parent', 'load child', 'load menu', 'write other', 'write seal']);
  });

  test('creates stage by stage, however declared, and seals last', () => {
    expect(
      steps(
        create(seal),
        create(record('menu', 'ir.ui.menu', 'menus')),
        create(record('field', 'ir.model.fields', 'fields')),
        create(record('group', 'res.groups', 'groups')),
      ),
    ).toEqual(['load group', 'load field', 'load menu', 'load seal']);
  });

  test('writes the seal again where it does not change, because writing it is what counts', () => {
    expect(steps(create(record('access', 'ir.model.access', 'access')))).toEqual([
      'load access',
      'write seal',
    ]);
  });

  test('loads parents before children, also where their columns differ', () => {
    const child = record('child', 'ir.ui.menu', 'menus', {
      values: { parent_id: { ref: '__supportdesk__.root' } },
    });
    const root = record('root', 'ir.ui.menu', 'menus', { values: { icon: 'svg' } });
    const group = record('a', 'res.groups', 'groups', {
      values: { implied_ids: { refs: ['__supportdesk__.b'] } },
    });
    const implied = record('b', 'res.groups', 'groups', { values: { implied_ids: { refs: [] } } });

    expect(steps(create(child), create(root), create(group), create(implied))).toEqual([
      'load b a',
      'load root',
      'load child',
      'write seal',
    ]);
  });

  test('loads a computation after those it leans on', () => {
    const first = record('first', 'ir.model.fields', 'computed fields', {
      after: ['__supportdesk__.second'],
    });
    const second = record('second', 'ir.model.fields', 'computed fields');

    expect(steps(create(first), create(second))[0]).toBe('load second first');
  });

  test('survives records that lean on each other', () => {
    const one = record('one', 'ir.ui.menu', 'menus', { after: ['__supportdesk__.two'] });
    const two = record('two', 'ir.ui.menu', 'menus', { after: ['__supportdesk__.one'] });

    expect(steps(create(one), create(two))[0]).toBe('load two one');
  });

  test('writes late columns once all is made', () => {
    const model = record('model', 'ir.model', 'models', { late: { order: 'x_a' } });

    expect(steps(create(model), create(record('field', 'ir.model.fields', 'fields')))).toEqual([
      'load model',
      'load field',
      'write model',
      'write seal',
    ]);
  });

  test('deletes after the updates that let go of what is deleted, users before what they use', () => {
    expect(
      steps(
        remove('group', 'res.groups'),
        remove('model', 'ir.model'),
        remove('early', 'ir.model.fields', 1),
        remove('late', 'ir.model.fields', 2),
        remove('view', 'ir.ui.view'),
        remove('menu', 'ir.ui.menu'),
        update(record('kept', 'ir.ui.view', 'views')),
        update(seal),
      ),
    ).toEqual([
      'write kept',
      'unlink menu',
      'unlink view',
      'unlink late',
      'unlink early',
      'unlink model',
      'unlink group',
      'write seal',
    ]);
  });

  test('makes anew what leans on something replaced, after obsolete users of it are gone', () => {
    const field = record('field', 'ir.model.fields', 'fields');
    const value = record('value', 'ir.model.fields.selection', 'selections', {
      values: { field_id: { ref: field.externalId } },
    });

    expect(
      steps(
        replace(field),
        create(value),
        create(record('other', 'ir.model.fields', 'fields')),
        remove('computed', 'ir.model.fields'),
      ),
    ).toEqual(['load other', 'unlink computed', 'unlink field', 'load field', 'load value', 'write seal']);
  });

  test('removes what is replaced before it makes it anew', () => {
    const field = record('field', 'ir.model.fields', 'fields');
    const fallback = record('default', 'ir.default', 'defaults');

    const planned = order([replace(field), replace(fallback)], seal);

    expect(planned.map(show)).toEqual([
      'unlink default',
      'unlink field',
      'load field',
      'load default',
      'write seal',
    ]);
    expect(planned[1]).toMatchObject({ isReplaced: true, records: [{ recordId: 5 }] });
  });

  test('writes the labels of fields in other languages together, once everything is there', () => {
    const field = (name: string) =>
      record(name, 'ir.model.fields', 'fields', { late: { 'field_description@nl_NL': `${name} in Dutch` } });
    const value = record('value', 'ir.model.fields.selection', 'fields', {
      late: { 'name@nl_NL': 'Waarde' },
    });
    const menu = record('menu', 'ir.ui.menu', 'menus', { late: { 'name@nl_NL': 'Menu' } });

    expect(steps(create(field('one')), create(field('two')), create(value), create(menu))).toEqual([
      'load one two',
      'load value',
      'load menu',
      'write value',
      'write menu',
      'labels one two',
      'write seal',
    ]);
  });
});
