import { describe, expect, test } from 'vitest';
import type { Change } from './diff.ts';
import { createIsKept } from './is-kept.ts';
import { parseLedger } from './ledger.ts';
import type { LiveState } from './live-state.ts';
import type { DesiredRecord } from './record.ts';
import { openSeal, settledSeal } from './seal.ts';

const compiled: DesiredRecord = {
  externalId: '__supportdesk__.seal',
  model: 'ir.config_parameter',
  stage: 'seal',
  address: 'seal',
  values: { key: 'supportdesk.fingerprint', value: 'abc' },
};
const menu: DesiredRecord = {
  externalId: '__supportdesk__.menu',
  model: 'ir.ui.menu',
  stage: 'menus',
  address: 'trial › menu',
  values: { name: 'Ours', groups_id: { refs: ['base.group_user', '__supportdesk__.group'] } },
};
const ids: LiveState['ids'] = new Map(
  [
    { externalId: 'base.group_user', model: 'res.groups', recordId: 1 },
    { externalId: '__supportdesk__.group', model: 'res.groups', recordId: 2 },
  ].map((row) => [row.externalId, row]),
);

const settled = settledSeal(compiled, [menu, compiled], [], undefined);

function isKept(seal: DesiredRecord, column: string, from: unknown, known = ids) {
  const ledger = parseLedger(seal.values.value);
  const live: LiveState = { ids: known, rows: new Map(), installedModules: new Set(), ledger };
  return createIsKept(live)(menu, { column, from, to: menu.values[column] ?? '' });
}

describe('a settled seal', () => {
  test('says the same whatever the order of declarations and columns', () => {
    const { name = '', groups_id = '' } = menu.values;
    const group = { ...menu, externalId: '__supportdesk__.group', values: { name: 'Group' } };

    const one = settledSeal(compiled, [menu, group], [], undefined);
    const other = settledSeal(compiled, [group, { ...menu, values: { groups_id, name } }], [], undefined);

    expect(one).toEqual(other);
  });

  test('tells what we wrote from what people wrote', () => {
    expect(isKept(settled, 'name', 'Ours')).toBe(false);
    expect(isKept(settled, 'name', 'Theirs')).toBe(true);
    expect(isKept(settled, 'groups_id', [2, 1])).toBe(false);
    expect(isKept(settled, 'groups_id', [1])).toBe(true);
  });

  test('does not take a reference that Odoo emptied for a person’s choice', () => {
    const withoutGroup = new Map([...ids].filter(([id]) => id === 'base.group_user'));

    expect(isKept(settled, 'groups_id', [1], withoutGroup)).toBe(false);
  });

  test('keeps the note of what is kept', () => {
    const columns = [{ column: 'name', from: 'Theirs', to: 'Newer' }];
    const next = { ...menu, values: { ...menu.values, name: 'Newer' } };
    const ledger = parseLedger(settled.values.value);

    const seal = settledSeal(compiled, [next, compiled], [{ record: next, columns }], ledger);

    expect(isKept(seal, 'name', 'Theirs')).toBe(true);
    expect(isKept(seal, 'name', 'Ours')).toBe(false);
  });
});

describe('an open seal', () => {
  const columns = [{ column: 'name', from: 'Before', to: 'Ours' }];
  const update: Change = { kind: 'update', record: menu, recordId: 5, columns };

  test('knows a column from before and after the step that changes it', () => {
    const open = openSeal(settled, [update]);

    expect(isKept(open, 'name', 'Before')).toBe(false);
    expect(isKept(open, 'name', 'Ours')).toBe(false);
    expect(isKept(open, 'name', 'Theirs')).toBe(true);
  });

  test('takes whatever a record holds that is being made for ours', () => {
    expect(isKept(openSeal(settled, [{ kind: 'create', record: menu }]), 'name', 'Half')).toBe(false);
  });

  test('differs from the settled one even where no column is about to change', () => {
    expect(openSeal(settled, [])).not.toEqual(settled);
  });
});

describe('a note that cannot be read', () => {
  test.each(['abc', '', '{', '{"fingerprint":1}', false])('%j keeps nothing', (value) => {
    expect(parseLedger(value)).toBeUndefined();
  });
});
