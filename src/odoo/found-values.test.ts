import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLink, findMoment, findText } from './found-values.ts';

test.each([
  ['2026-01-09 23:30:00', '2026-01-09T23:30:00.000Z'],
  // As Odoo writes a date in the year 1.
  ['1-01-01 00:00:00', '0001-01-01T00:00:00.000Z'],
  ['0001-01-01 00:00:00', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31 23:59:59', '9999-12-31T23:59:59.000Z'],
  ['2026-01-09 23:30:00.123456', '2026-01-09T23:30:00.000Z'],
])('%s is a moment', (text, iso) => {
  expect(findMoment(text)?.toISOString()).toBe(iso);
});

test.each([[false], [''], ['yesterday'], ['2026-02-30'], ['2026-13-01 00:00:00'], ['0-00-00 99:99:99'], [7]])(
  '%j is no moment',
  (value) => {
    expect(findMoment(value)).toBeUndefined();
  },
);

test('a link is found with its name', () => {
  expect(findLink({ id: 7, display_name: 'Acme, Ann' })).toEqual({ id: 7, name: 'Acme, Ann' });
  expect(findLink({ id: 7, display_name: false })).toEqual({ id: 7, name: '' });
  expect(findLink([7, 'Acme, Ann'])).toEqual({ id: 7, name: 'Acme, Ann' });
  expect(findLink(false)).toBeUndefined();
});

test('whatever a value is, looking at it breaks nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(typeof findText(value)).toBe('string');
      expect(findMoment(value)?.toISOString() ?? '').not.toBe('Invalid Date');
      expect(typeof (findLink(value)?.name ?? '')).toBe('string');
    }),
  );
});
