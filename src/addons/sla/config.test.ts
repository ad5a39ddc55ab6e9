import { describe, expect, test } from 'vitest';
import { createConfigFiles } from '../../config/config-files.ts';
import { loadConfig } from '../../config/load-config.ts';
import { check } from '../../deploy/check/check.ts';
import { compile } from '../../deploy/compile/compile.ts';
import { applyConfig } from '../apply-config.ts';
import { addons } from '../index.ts';

function load(yaml: string) {
  return loadConfig('./desk.yaml', { ...createConfigFiles(), read: () => yaml }, addons);
}

function recordsOf(yaml: string) {
  const { config, problems } = load(yaml);
  expect(problems).toEqual([]);
  const declarations = applyConfig(addons, config).map(({ declaration }) => declaration);
  check(declarations);
  return new Map(compile(declarations).map((record) => [record.externalId, record]));
}

const LEDGER = '__supportdesk__.field__x_support_ticket__x_sla_ledger';

describe('where the clock stands still', () => {
  test('is for stages to say', () => {
    const ledger = recordsOf('').get(LEDGER)?.values;

    expect(ledger?.depends).toContain('x_stage_id');
    expect(ledger?.compute).toContain('record.x_stage_id.x_stops_clock');
  });

  test('is where a ticket waits, without stages', () => {
    const ledger = recordsOf('addons: { stages: false }').get(LEDGER)?.values;

    expect(ledger?.depends).not.toContain('x_stage_id');
    expect(ledger?.compute).not.toContain('x_stage_id');
  });
});

describe('a policy for categories', () => {
  const yaml = `
categories: { categories: { hardware: { name: Hardware } } }
sla: { policies: { hardware: { name: Hardware, categories: [hardware], solution: 2 h } } }`;

  test('names groups of theirs', () => {
    const policy = recordsOf(yaml).get('__supportdesk__.sla__hardware');

    expect(policy?.initial).toMatchObject({
      x_category_ids: { refs: ['__supportdesk__.category__hardware'] },
    });
  });

  test('cannot be where the addon is off', () => {
    expect(load(`${yaml}\naddons: { categories: false }`).problems).toMatchObject([
      { message: 'needs the addon categories, which is off' },
    ]);
    expect(
      recordsOf('addons: { categories: false }').has('__supportdesk__.field__x_support_sla__x_category_ids'),
    ).toBe(false);
  });
});

test('a school promises 2 and 4 hours, a day and three, in its own hours', () => {
  const records = recordsOf('preset: school');

  const promised = ['urgent', 'high', 'normal', 'low'].map(
    (name) => records.get(`__supportdesk__.sla__${name}`)?.initial,
  );
  expect(promised.map((initial) => initial?.x_solution_hours)).toEqual([2, 4, 8, 24]);
  expect(promised.map((initial) => initial?.x_calendar_id)).toEqual(
    promised.map(() => ({ ref: '__supportdesk__.calendar__school' })),
  );
});

test.each([
  ['no zone of that name', 'hours: { a: { name: A, zone: Nowhere, open: { monday: ["09:00-17:00"] } } }'],
  [
    'hours that overlap',
    'hours: { a: { name: A, zone: UTC, open: { monday: ["09:00-12:00", "11:00-17:00"] } } }',
  ],
  [
    'hours that end before they begin',
    'hours: { a: { name: A, zone: UTC, open: { monday: ["17:00-09:00"] } } }',
  ],
  ['a policy that promises nothing', 'policies: { a: { name: A } }'],
  ['an exception that promises something', 'policies: { a: { name: A, no_deadlines: true, solution: 2 } }'],
  ['a time without a unit that is known', 'policies: { a: { name: A, solution: 2 weeks } }'],
  ['hours that stand nowhere', 'policies: { a: { name: A, solution: 2, hours: b } }'],
])('%s is refused', (_, yaml) => {
  expect(load(`sla: { ${yaml} }`).problems).not.toEqual([]);
});
