import { defineModel, extendModel, field, readCode, toExternalId } from '../../schema/index.ts';
import { Play } from '../plays/models.ts';
import { TeamTicket } from '../teams/models.ts';

export const DATES_ACTION = 'action_recurrence_dates';
/** Where that action finds what it is asked: a name in the context of the call. */
export const DATES_ASKED = 'supportdesk_recurrence_dates';

const WEEKDAYS = {
  '0': 'Monday',
  '1': 'Tuesday',
  '2': 'Wednesday',
  '3': 'Thursday',
  '4': 'Friday',
  '5': 'Saturday',
  '6': 'Sunday',
} as const;
const MONTHS = {
  '1': 'January',
  '2': 'February',
  '3': 'March',
  '4': 'April',
  '5': 'May',
  '6': 'June',
  '7': 'July',
  '8': 'August',
  '9': 'September',
  '10': 'October',
  '11': 'November',
  '12': 'December',
} as const;

/** What the dates hang on. */
const RULE = [
  'x_start',
  'x_until',
  'x_unit',
  'x_every',
  'x_monday',
  'x_tuesday',
  'x_wednesday',
  'x_thursday',
  'x_friday',
  'x_saturday',
  'x_sunday',
  'x_by',
  'x_day',
  'x_nth',
  'x_weekday',
  'x_month',
  'x_calendar_id',
  'x_closed',
  'x_ahead',
  'x_hour',
  'x_opened_until',
  'x_opened_for',
] as const;

export const READ_RULE_PYTHON = readCode(import.meta.url, 'read-rule');
const asking = { read_rule: READ_RULE_PYTHON, dates: toExternalId(DATES_ACTION), asked: DATES_ASKED };

/** Work that comes back: a ticket for each of its dates, opened by a play. */
export const Recurrence = defineModel('x_support.recurrence', {
  label: 'Support Recurrence',
  settings: true,
  order: 'x_next_at, id',
  fields: {
    x_name: field.char('Subject', { required: true, translate: true }),
    x_play_id: field.many2one('Opened by the Play', Play.name, {
      required: true,
      index: true,
      onDelete: 'restrict',
      help: 'Its text becomes the description; its changes, tags and checklist are the ticket’s.',
    }),
    x_partner_id: field.many2one('Customer', 'res.partner', { index: true, onDelete: 'restrict' }),
    x_team_id: field.many2one('Team', 'x_support.team', { onDelete: 'restrict' }),
    x_user_id: field.many2one('Assigned to', 'res.users', {
      domain: "[('share', '=', False)]",
      onDelete: 'restrict',
    }),
    x_tells_customer: field.boolean('Tells the Customer', {
      help: 'The customer gets the mail that a new ticket is there. Later answers reach them either way.',
    }),
    x_unit: field.selection(
      'Unit',
      { day: 'Days', week: 'Weeks', month: 'Months', year: 'Years' },
      { required: true, default: 'month' },
    ),
    x_every: field.integer('Every', { required: true, default: 1 }),
    x_monday: field.boolean('Monday'),
    x_tuesday: field.boolean('Tuesday'),
    x_wednesday: field.boolean('Wednesday'),
    x_thursday: field.boolean('Thursday'),
    x_friday: field.boolean('Friday'),
    x_saturday: field.boolean('Saturday'),
    x_sunday: field.boolean('Sunday'),
    x_month: field.selection('Month', MONTHS),
    x_by: field.selection(
      'Falls On',
      { day: 'A Day of the Month', weekday: 'A Weekday of the Month' },
      { required: true, default: 'day' },
    ),
    x_day: field.integer('Day of the Month', {
      default: 1,
      help: 'Of months that have fewer days the last one.',
    }),
    x_nth: field.selection(
      'Which One',
      { '1': 'First', '2': 'Second', '3': 'Third', '4': 'Fourth', last: 'Last' },
      { default: '1' },
    ),
    x_weekday: field.selection('Weekday', WEEKDAYS, { default: '0' }),
    x_start: field.date('From', {
      help: 'Intervals are counted from here; from today where nothing is said.',
    }),
    x_until: field.date('Until'),
    x_calendar_id: field.many2one('Working Days', 'resource.calendar', {
      onDelete: 'restrict',
      help: 'Whose closed days and holidays count, and whose clock; without one every day is open.',
    }),
    x_closed: field.selection(
      'On Closed Days',
      {
        open: 'All the same',
        skip: 'Left out',
        after: 'The next open day',
        before: 'The last open day before',
      },
      { required: true, default: 'after' },
    ),
    x_ahead: field.integer('Opened Ahead', { default: 0, help: 'Days before the date.' }),
    x_hour: field.float('At', { default: 6, help: 'By the clock of the working days.' }),
    x_catch_up: field.selection(
      'What Was Missed',
      { last: 'One ticket for all', each: 'A ticket each' },
      {
        required: true,
        default: 'last',
        help: 'Where the service stood still for some time, and dates passed.',
      },
    ),
    x_paused: field.boolean('Paused', { help: 'Nothing is opened, nor made up for afterwards.' }),
    // Up to which date all is done, by the rule, and the day that the last one came to.
    x_opened_until: field.date('Done Until', { readonly: true, copied: false }),
    x_opened_for: field.date('Last Opened For', { readonly: true, copied: false }),
    // Changes with every step, so that of two at once one has to wait.
    x_stepped_at: field.datetime('Last Step', { readonly: true, copied: false }),
    x_next_at: field.computed('datetime', 'Opened Next', {
      store: true,
      index: true,
      depends: [...RULE, 'x_paused', 'x_active'],
      script: readCode(import.meta.url, 'next-at', asking),
    }),
    x_next_dates: field.computed('text', 'Next Dates', {
      depends: RULE,
      script: readCode(import.meta.url, 'next-dates', asking),
      help: 'The next five; behind an arrow the date by the rule, where that day is closed.',
    }),
    x_error: field.char('Could Not Be Opened', { readonly: true, copied: false }),
    x_retry_at: field.datetime('Tried Again', { readonly: true, copied: false }),
    x_ticket_count: field.computed('integer', 'Tickets', {
      depends: [],
      script: readCode(import.meta.url, 'count'),
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

export const RecurringTicket = extendModel(TeamTicket, {
  fields: {
    x_recurrence_id: field.many2one('Recurrence', Recurrence.name, {
      readonly: true,
      copied: false,
      index: true,
      onDelete: 'set null',
    }),
    x_recurrence_date: field.date('For', { readonly: true, copied: false }),
  },
});
