import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { defineRecord, type RecordDeclaration, sourceText, Text } from '../../schema/index.ts';

/** Odoo's days of the week, by the names that they have in the YAML. */
const DAYS = {
  monday: '0',
  tuesday: '1',
  wednesday: '2',
  thursday: '3',
  friday: '4',
  saturday: '5',
  sunday: '6',
} as const;
type Day = keyof typeof DAYS;

const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d|24:00';
const Stretch = z
  .string()
  .regex(new RegExp(`^(${TIME})-(${TIME})$`), 'must be from when to when, such as 08:30-12:00')
  .transform((text) => {
    const [from = 0, to = 0] = text.split('-').map(toHours);
    return { from, to };
  })
  .refine(({ from, to }) => from < to, 'must end after it begins; a night is two stretches, one on each day');

const OpeningHours = z
  .array(Stretch)
  .min(1)
  .refine(
    (stretches) =>
      stretches
        .toSorted((a, b) => a.from - b.from)
        .every(({ from }, index, all) => from >= (all[index - 1]?.to ?? 0)),
    'must not overlap',
  );

const IsoDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'must be a day such as 2026-12-25')
  .refine((date) => DateTime.fromISO(date).isValid, 'must be a day of the calendar');

const Holiday = z
  .strictObject({
    name: Text.describe('What technicians and customers read'),
    from: IsoDate.describe('The day, or the first of several, such as 2026-12-25'),
    to: IsoDate.optional().describe('The last of several days'),
  })
  .refine(({ from, to }) => to === undefined || from <= to, 'must not end before it begins');

/** When a desk is open: hours in a zone of its own, and days on which it is closed. */
export const Hours = z.strictObject({
  name: Text.describe('What administrators read'),
  zone: z
    .string()
    .refine(IANAZone.isValidZone, 'must be a time zone such as Europe/Amsterdam')
    .describe('The time zone that its hours are told in, such as Europe/Amsterdam'),
  open: z
    .partialRecord(z.enum(Object.keys(DAYS) as [Day, ...Day[]]), OpeningHours)
    .describe('From when to when, day by day; what lies between two stretches is a break'),
  holidays: z
    .array(Holiday)
    .default([])
    .describe('Days on which it is closed. Later ones are entered in Odoo'),
});
export type Hours = z.output<typeof Hours>;

/** A calendar of Odoo's with its hours and holidays. */
export function calendarRecords(name: string, hours: Hours): readonly RecordDeclaration[] {
  const calendar = { ref: `calendar__${name}` };
  const days = Object.entries(hours.open).flatMap(([day, stretches]) =>
    stretches.map((stretch, index) => ({ day, index, ...stretch })),
  );
  return [
    defineRecord('resource.calendar', {
      id: calendar.ref,
      values: {
        name: sourceText(hours.name),
        tz: hours.zone,
        hours_per_day: hoursPerDay(hours),
        // Else Odoo gives it the hours of the company.
        attendance_ids: { refs: [] },
      },
    }),
    ...days.map(({ day, index, from, to }) =>
      defineRecord('resource.calendar.attendance', {
        id: `${calendar.ref}__${day}_${index + 1}`,
        values: {
          name: `${day.charAt(0).toUpperCase()}${day.slice(1)}`,
          calendar_id: calendar,
          dayofweek: DAYS[day as Day],
          hour_from: from,
          hour_to: to,
          day_period: from < 12 ? 'morning' : 'afternoon',
        },
      }),
    ),
    ...hours.holidays.map(({ name: holiday, from, to = from }) =>
      defineRecord('resource.calendar.leaves', {
        id: `${calendar.ref}__closed_${from.replaceAll('-', '')}`,
        values: {
          name: sourceText(holiday),
          calendar_id: calendar,
          date_from: toOdoo(DateTime.fromISO(from, { zone: hours.zone }).startOf('day')),
          // To the next midnight: a second before it would be open where a day ends at 24:00.
          date_to: toOdoo(DateTime.fromISO(to, { zone: hours.zone }).plus({ days: 1 }).startOf('day')),
        },
      }),
    ),
  ];
}

/** What a day of work is, on average over the days on which it is open. */
export function hoursPerDay({ open }: Hours): number {
  const days = Object.values(open);
  const all = days.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  return days.length === 0 ? 24 : all / days.length;
}

function toHours(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours + minutes / 60;
}

const toOdoo = (moment: DateTime) => moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
