import { describe, expect, test } from 'vitest';
import { checkConsent, destructiveChanges } from './destructive.ts';
import type { Change } from './diff.ts';
import type { Loss } from './losses.ts';

const gone = (model: string, name = 'old'): Change => ({
  kind: 'delete',
  live: { externalId: `__supportdesk__.${name}`, model, recordId: 7 },
});
const loss = (kind: Loss['kind'], count: number | undefined) =>
  new Map([['__supportdesk__.old', { kind, model: 'x_support.trial', count }]]);
const destroys = (change: Change, losses: ReadonlyMap<string, Loss> = new Map()) =>
  destructiveChanges({ changes: [change], losses }).length > 0;

describe('a delete needs consent', () => {
  test('not where a declaration would bring everything back', () => {
    expect(
      ['ir.ui.view', 'ir.rule', 'ir.model.access', 'base.automation'].map((model) => destroys(gone(model))),
    ).toEqual([false, false, false, false]);
  });

  test('where records, values or members go with it, or nobody may count them', () => {
    expect(destroys(gone('ir.model'), loss('records', 2))).toBe(true);
    expect(destroys(gone('ir.model.fields'), loss('values', 1))).toBe(true);
    expect(destroys(gone('ir.model.fields'), loss('values', undefined))).toBe(true);
    expect(destroys(gone('res.groups'), loss('members', 1))).toBe(true);
  });

  test('not where there are none', () => {
    expect(destroys(gone('ir.model'), loss('records', 0))).toBe(false);
    expect(destroys(gone('ir.model.fields'), loss('values', 0))).toBe(false);
    expect(destroys(gone('res.groups'), loss('members', 0))).toBe(false);
    expect(destroys(gone('ir.model.fields'))).toBe(false);
  });

  test('where the record itself may be what people made', () => {
    expect(destroys(gone('x_support.tag'))).toBe(true);
  });
});

test('names the models that need a word of their own', () => {
  const plan = { changes: [gone('ir.model')], losses: loss('records', 2) };

  expect(() => checkConsent(plan, {})).toThrow(
    expect.objectContaining({
      help: 'Read the lines with “loses”. To leave it all in Odoo: apply --keep-data. To let it go: apply --allow-destructive --yes-delete x_support.trial',
    }),
  );
  expect(() => checkConsent(plan, { allowDestructive: true })).toThrow('x_support.trial');
  expect(() => checkConsent(plan, { allowDestructive: true, yesDelete: ['x_support.trial'] })).not.toThrow();
});
