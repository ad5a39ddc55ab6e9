import { z } from 'zod';
import {
  ConfigId,
  type ConfigPart,
  defineConfig,
  defineRecord,
  isAddonOn,
  namedEntries,
  type RecordDeclaration,
  referenceTo,
  sourceText,
  Text,
  translationsOf,
} from '../../schema/index.ts';
import { Recurrence } from './models.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const UNITS = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;
const CLOSED = { open: 'open', skip: 'skip', next_open_day: 'after', open_day_before: 'before' } as const;

const Weekday = z.enum(WEEKDAYS);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2027-03-01');

const RecurrenceConfig = z
  .strictObject({
    subject: Text.describe('The subject of its tickets; {{date}} is the day that one is for'),
    play: referenceTo('plays.plays').describe('The play that opens them, by its name under `plays`'),
    team: referenceTo('teams.teams').optional().describe('Their team; the play’s unless told'),
    repeats: z.enum(['daily', 'weekly', 'monthly', 'yearly']).describe('How often'),
    every: z.int().min(1).max(1000).default(1).describe('Every so many days, weeks, months or years'),
    weekdays: z.array(Weekday).default([]).describe('Of a week; that of the first day where none is named'),
    day: z
      .int()
      .min(1)
      .max(31)
      .optional()
      .describe('Of a month, the 1st unless told; of months that have fewer days the last one'),
    nth: z
      .enum(['first', 'second', 'third', 'fourth', 'last'])
      .optional()
      .describe('Of a month, with weekday: the first, …, or the last one'),
    weekday: Weekday.optional().describe('With nth: of a month'),
    month: z.enum(MONTHS).optional().describe('Of a year; that of the first day unless told'),
    from: Day.optional().describe(
      'Intervals are counted from here; from the day it is handed out unless told',
    ),
    until: Day.optional().describe('The last day that may be one of them'),
    hours: referenceTo('sla.hours')
      .optional()
      .describe('Whose closed days, holidays and clock count, by their name under `sla.hours`'),
    on_closed_days: z
      .enum(['open', 'skip', 'next_open_day', 'open_day_before'])
      .default('next_open_day')
      .describe('What becomes of a date on a closed day'),
    ahead_days: z.int().min(0).max(365).default(0).describe('Days before the date that the ticket is opened'),
    catch_up: z
      .enum(['last', 'each'])
      .default('last')
      .describe('Where dates passed while the service stood still: one ticket for all of them, or one each'),
    paused: z.boolean().default(false).describe('Whether it waits until somebody switches it on in Odoo'),
  })
  .refine(
    ({ nth, weekday }) => (nth === undefined) === (weekday === undefined),
    'must say both or neither: nth and weekday, such as nth: first, weekday: monday',
  )
  .refine(
    ({ nth, day }) => nth === undefined || day === undefined,
    'must say a day, or nth and weekday, but not both',
  );
type RecurrenceConfig = z.output<typeof RecurrenceConfig>;

const part = defineConfig({
  key: 'recurrences',
  schema: z
    .strictObject({
      recurrences: namedEntries(ConfigId, RecurrenceConfig).describe(
        'Tickets that are opened again and again',
      ),
    })
    .describe('Recurring tickets that `apply` hands out once. From then on they are changed in Odoo'),
  records: ({ recurrences }) => Object.entries(recurrences).map(([name, one]) => toRecord(name, one)),
});

/** What an organisation begins with: its own once it is handed out. */
export const recurrencesConfig: ConfigPart = {
  ...part,
  problems: (config) =>
    isAddonOn(config, 'sla')
      ? []
      : Object.entries(part.of(config).recurrences)
          .filter(([, { hours }]) => hours !== undefined)
          .map(([name]) => ({
            path: ['recurrences', name, 'hours'],
            message: 'needs the addon sla, which is off: it brings the hours',
          })),
};

const ORDER = { first: '1', second: '2', third: '3', fourth: '4', last: 'last' } as const;

function toRecord(name: string, one: RecurrenceConfig): RecordDeclaration {
  const days = Object.fromEntries(one.weekdays.map((day) => [`x_${day}`, true]));
  return defineRecord(Recurrence.name, {
    id: `recurrence__${name}`,
    values: {
      x_name: sourceText(one.subject),
      x_play_id: { ref: `play__${one.play}` },
      x_team_id: one.team === undefined ? undefined : { ref: `team__${one.team}` },
      x_unit: UNITS[one.repeats],
      x_every: one.every,
      ...days,
      x_by: one.nth === undefined ? 'day' : 'weekday',
      x_day: one.day ?? 1,
      x_nth: one.nth === undefined ? undefined : ORDER[one.nth],
      x_weekday: one.weekday === undefined ? undefined : String(WEEKDAYS.indexOf(one.weekday)),
      x_month: one.month === undefined ? undefined : String(MONTHS.indexOf(one.month) + 1),
      x_start: one.from,
      x_until: one.until,
      x_calendar_id: one.hours === undefined ? undefined : { ref: `calendar__${one.hours}` },
      x_closed: CLOSED[one.on_closed_days],
      x_ahead: one.ahead_days,
      x_catch_up: one.catch_up,
      x_paused: one.paused,
    },
    translations: { x_name: translationsOf(one.subject) },
  });
}
