import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectFolder } from '../../lib/project-folder.ts';
import { appointmentsConfig } from './config.ts';

const recordsOf = (config: object) => appointmentsConfig.records(config as never);
const hoursOff = (types: object) =>
  appointmentsConfig.problems({ addons: { sla: false }, appointments: { types } } as never, []);

describe('what an organisation decides of appointments', () => {
  test('begins with a visit, an online session and a workshop, in every language', () => {
    const records = recordsOf({});

    expect(records.map(({ id }) => id)).toEqual([
      'appointment_type__visit',
      'appointment_type__online',
      'appointment_type__workshop',
    ]);
    for (const { translations } of records)
      for (const column of ['x_name', 'x_description'])
        expect(Object.keys(translations?.[column] ?? {})).toEqual(
          expect.arrayContaining(['nl_NL', 'es_ES', 'fr_FR', 'th_TH']),
        );
  });

  test('says in the default file what holds without one', () => {
    const file = parse(readFileSync(projectFolder('config/default.yaml'), 'utf8')) as object;

    expect(recordsOf(file)).toEqual(recordsOf({}));
  });

  test('is nothing where somebody wants nothing', () => {
    expect(recordsOf({ appointments: { types: {} } })).toEqual([]);
    expect(recordsOf({ appointments: { types: { visit: false, online: false, workshop: false } } })).toEqual(
      [],
    );
  });

  test('names technicians by their users, and zones by their postal codes', () => {
    const records = recordsOf({
      appointments: {
        types: {},
        zones: { north: { name: 'North', zips: ['10', '1205'] } },
        technicians: { ada: { user: 'ada@example.com', zones: ['north'] } },
      },
    });

    expect(records.map(({ values }) => values)).toMatchObject([
      { x_name: 'North', x_zips: '10, 1205' },
      { x_user_id: { user: 'ada@example.com' }, x_zone_ids: { refs: ['zone__north'] }, x_max_per_day: 8 },
    ]);
  });

  test('reminds by text message where somebody wants it', () => {
    const types = { visit: { name: 'Visit', reminder_sms: true }, online: { name: 'Online' } };

    expect(recordsOf({ appointments: { types } }).map(({ values }) => values.x_reminder_sms)).toEqual([
      true,
      false,
    ]);
  });

  test('says where hours need an addon that is off', () => {
    expect(hoursOff({ visit: { name: 'Visit', hours: 'office' } })).toMatchObject([
      { path: ['types', 'visit', 'hours'] },
    ]);
    expect(hoursOff({ visit: { name: 'Visit' } })).toEqual([]);
  });

  test.each([
    { minutes: 7 },
    { starts_every: 0 },
    { place: 'moon' },
    { free_after: 3 },
    { notice_hours: -1 },
  ])('refuses %o', (values) => {
    expect(() => recordsOf({ appointments: { types: { visit: { name: 'Visit', ...values } } } })).toThrow();
  });
});
