import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { createFormats } from '../formats.ts';
import type { Frame } from '../frame.ts';
import { avatarTone } from './avatar-tone.ts';
import { dateTime } from './date-time.ts';
import { fileSize } from './file-size.ts';
import { formatNumber } from './format-number.ts';
import { initials } from './initials.ts';
import { relativeTime } from './relative-time.ts';
import { shortDate } from './short-date.ts';

const now = new Date('2026-03-10T12:00:00Z');

/** Calls a helper as a template does. */
function show(helper: Handlebars.HelperDelegate, value: unknown, frame: Partial<Frame>): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('helper', helper);
  return handlebars.compile('{{helper value}}', { noEscape: true })(
    { value },
    { data: { frame: { formats: createFormats(), ...frame } } },
  );
}

describe('dates', () => {
  const date = new Date('2026-03-09T23:30:00Z');

  test('stand in the reader’s language and time zone', () => {
    const thai = { locale: 'th-TH', timeZone: 'Asia/Bangkok' };

    expect(show(dateTime, date, { locale: 'nl-NL', timeZone: 'Europe/Amsterdam', isOwnTimeZone: true })).toBe(
      '10 mrt 2026, 00:30',
    );
    expect(show(shortDate, date, thai)).toBe('10 มี.ค. 2569');
  });

  test('name the time zone where it is not the reader’s', () => {
    expect(show(dateTime, date, { locale: 'en', timeZone: undefined })).toBe('Mar 9, 2026, 11:30 PM UTC');
    expect(show(dateTime, date, { locale: 'en', timeZone: 'Asia/Bangkok' })).toBe(
      'Mar 10, 2026, 6:30 AM GMT+7',
    );
  });

  test.each([
    ['2026-03-10T11:59:40Z', 'this minute'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-10T11:00:20Z', '1 hour ago'],
    ['2026-03-09T12:10:00Z', '1 day ago'],
    ['2026-03-11T13:00:00Z', 'in 1 day'],
    ['2026-03-12T11:59:50Z', 'in 2 days'],
    ['2026-03-01T12:00:00Z', '1 week ago'],
    ['2027-06-01T12:00:00Z', 'in 1 year'],
  ])('%s is %s', (iso, text) => {
    expect(show(relativeTime, new Date(iso), { locale: 'en', now })).toBe(text);
  });
});

test.each([
  [0, '0 B'],
  [900, '900 B'],
  [3_565_158, '3,4 MB'],
  [20 * 1024 * 1024, '20 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(show(fileSize, bytes, { locale: 'nl' })).toBe(text);
});

test('numbers are grouped as the reader is used to', () => {
  expect(show(formatNumber, 15000, { locale: 'nl' })).toBe('15.000');
});

test.each([
  ['Acme Ltd, Ann Archer', 'AA'],
  ['Bob', 'B'],
  ['Maria del Carmen Ruiz', 'MR'],
  ['"Jan" <jan@example.com>', 'JJ'],
  ['สมชาย ใจดี', 'สใ'],
  ['', '?'],
  ['😀', '?'],
  ['E\u0301va Ågren', 'E\u0301Å'],
])('the initials of %j are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('a name always has the same colour, one of six', () => {
  expect(avatarTone('Ann')).toBe(avatarTone('Ann'));
  expect(avatarTone('Ann Archer')).toBeLessThan(6);
});
