import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';
import { findShown, renderShown, type Shown } from './shown.ts';

const reader = {
  t: (key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`,
  language: 'nl',
  locale: 'nl-NL',
  timeZone: 'Europe/Amsterdam',
  formats: createFormats(),
};

test.each<[Shown, string]>([
  ['B2', 'B2'],
  [1234.5, '1.234,5'],
  [new Date('2026-01-09T23:30:00Z'), '10 jan 2026, 00:30'],
  [{ day: '2026-01-09' }, '9 jan 2026'],
  [{ day: 'soon' }, 'soon'],
  [{ key: 'ticket.yes' }, 'ticket.yes'],
  [{ key: 'ticket.error.tooLong', values: { most: 3 } }, 'ticket.error.tooLong{"most":3}'],
  [{ texts: { en: 'Room', nl: 'Lokaal' } }, 'Lokaal'],
  [{ texts: { en: 'Room', fr: 'Salle' } }, 'Room'],
  [{ texts: { fr: 'Salle' } }, 'Salle'],
  [{ texts: {} }, ''],
])('%j reads %j', (shown, text) => {
  expect(renderShown(shown, reader)).toBe(text);
});

test('whatever a place is given, it shows it or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.date({ noInvalidDate: false }), fc.double()), (value) => {
      const shown = findShown(value);

      expect(shown === undefined || typeof renderShown(shown, reader) === 'string').toBe(true);
    }),
  );
});

test('nothing is what is empty', () => {
  for (const value of [undefined, null, false, true, '', Number.NaN, new Date('never'), [], {}]) {
    expect(findShown(value)).toBeUndefined();
  }
});
