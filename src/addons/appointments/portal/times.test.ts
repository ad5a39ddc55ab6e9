import { describe, expect, test } from 'vitest';
import { ChosenTime, findTimesQuery, mapTimes, startOf, type TimesPage } from './times.ts';

const zone = 'Europe/Amsterdam';
const tom = { id: 5, name: 'Tom' };
const ann = { id: 6, name: 'Ann' };
const at = (iso: string) => Date.parse(iso) / 1000;
const slot = (iso: string, technicians = [tom], why = 'even') => ({
  ...{ begin: at(iso), end: at(iso) + 3600, technicians, why },
});
const page: TimesPage = {
  ...{ path: '/my/appointments/new', kept: { type: '3' }, fields: {}, zone },
  query: { from: undefined, technician: 0 },
  now: new Date('2026-10-23T10:00:00Z'),
};
const timesOf = (slots: ReturnType<typeof slot>[], more: Partial<TimesPage> = {}, ahead = 0) =>
  mapTimes({ zone, ahead, slots }, { ...page, ...more });

describe('free times', () => {
  test('stand under the day of whoever reads them, also where clocks change', () => {
    // Summer time ends there in the night to the 25th.
    const { days } = timesOf([
      slot('2026-10-24T21:30:00Z'),
      slot('2026-10-24T22:30:00Z'),
      slot('2026-10-25T22:30:00Z'),
      slot('2026-10-25T23:30:00Z'),
    ]);

    expect(days.map(({ day, times }) => [day, times.length])).toEqual([
      ['2026-10-24', 1],
      ['2026-10-25', 2],
      ['2026-10-26', 1],
    ]);
  });

  test('are those of seven days, and lead to the seven before and after', () => {
    const { days, earlier, later } = timesOf([slot('2026-10-31T09:00:00Z'), slot('2026-11-06T09:00:00Z')], {
      query: { from: '2026-10-30', technician: 5 },
    });

    expect(days.map(({ day }) => day)).toEqual(['2026-10-31']);
    expect(earlier).toEqual({ from: '2026-10-23', href: '/my/appointments/new?type=3&technician=5' });
    expect(later?.href).toBe('/my/appointments/new?type=3&technician=5&from=2026-11-06');
  });

  test('begin today at the earliest, and end in a year', () => {
    expect(timesOf([], { query: { from: '2020-01-01', technician: 0 } })).toMatchObject({
      ...{ from: '2026-10-23', earlier: undefined, days: [] },
    });
    expect(timesOf([], { query: { from: '2027-10-23', technician: 0 } }).later).toBeUndefined();
    expect(timesOf([], {}, 7).later).toBeDefined();
    expect(timesOf([], {}, 6).later).toBeUndefined();
  });

  test('offer who is free, the one who comes already before the others', () => {
    const slots = [slot('2026-10-26T09:00:00Z', [ann, tom]), slot('2026-10-26T10:00:00Z', [tom], 'only')];

    expect(timesOf(slots).days[0]?.times.map(({ value }) => value)).toEqual([
      `${at('2026-10-26T09:00:00Z')}-6.5`,
      `${at('2026-10-26T10:00:00Z')}-5`,
    ]);
    expect(timesOf(slots, { usual: 5 }).days[0]?.times[0]?.value).toMatch(/-5\.6$/);
  });

  test('of one person alone are theirs, and the others stay to be chosen', () => {
    const slots = [slot('2026-10-26T09:00:00Z', [ann, tom]), slot('2026-10-26T10:00:00Z', [tom])];
    const { days, technicians } = timesOf(slots, { query: { from: undefined, technician: 6 } });

    expect(days[0]?.times.map(({ value }) => value)).toEqual([`${at('2026-10-26T09:00:00Z')}-6`]);
    expect(technicians.map(({ name, isChosen }) => [name, isChosen])).toEqual([
      ['Ann', true],
      ['Tom', false],
    ]);
  });

  test('say why one is good where that says something', () => {
    const alone = [slot('2026-10-26T09:00:00Z', [tom], 'only'), slot('2026-10-26T10:00:00Z', [tom], 'near')];
    const two = [slot('2026-10-26T09:00:00Z', [ann, tom]), slot('2026-10-26T11:00:00Z', [tom], 'only')];

    const hints = (slots: ReturnType<typeof slot>[]) => timesOf(slots).days[0]?.times.map(({ hint }) => hint);
    expect(hints(alone)).toEqual([undefined, { key: 'visit.why.near' }]);
    expect(hints(two)).toEqual([undefined, { key: 'visit.why.only', values: { name: 'Tom' } }]);
  });
});

test('an address or a form says which days and whose times; nonsense says nothing', () => {
  expect(findTimesQuery({ from: '2026-10-30', technician: '5' }, { from: '2026-11-06' })).toEqual({
    ...{ from: '2026-11-06', technician: 5 },
  });
  expect(findTimesQuery({ from: '2026-13-77', technician: '5; drop' }, {}).from).toBeUndefined();
  expect(findTimesQuery({ from: 'P1Y', technician: 'x' }, {})).toEqual({ from: undefined, technician: 0 });
});

test('times are asked for from the beginning of the day where the reader lives, never from the past', () => {
  const now = new Date('2026-10-23T10:00:00Z');

  expect(startOf({ from: '2026-10-30', technician: 0 }, zone, now)).toBe('2026-10-29 23:00:00');
  expect(startOf({ from: '2026-10-23', technician: 0 }, zone, now)).toBe(false);
  expect(startOf({ from: undefined, technician: 0 }, zone, now)).toBe(false);
});

test('a chosen time is a moment and who is free then', () => {
  expect(ChosenTime.parse('1790000000-5.6')).toEqual({ begin: 1790000000, technicians: [5, 6] });
  expect(ChosenTime.safeParse('1790000000-').success).toBe(false);
  expect(ChosenTime.safeParse(undefined).error?.issues[0]?.message).toBe('visit.error.time');
});
