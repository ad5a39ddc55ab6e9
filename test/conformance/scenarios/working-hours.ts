import { admin, type Kept, type Step, scenario } from '../scenario.ts';

const idOf = (kept: Kept, name: string): unknown => (kept[name] as readonly unknown[])[1];

/** What the calendars' private methods answer is asked by code, as the product asks. */
const CODE = `
utc = datetime.timezone.utc
calendar = env['resource.calendar'].browse(env.context['wkh_calendar'])
begin = datetime.datetime(*env.context['wkh_from'], tzinfo=utc)
end = begin + datetime.timedelta(days=env.context['wkh_days'])
found = []
for opens, closes, line in getattr_batch(begin, end)[False]:
    found.append('%s %s %s' % (opens, int(opens.timestamp() + 0.5), int(closes.timestamp() + 0.5) - int(opens.timestamp() + 0.5)))
action = {'open': found}`.trim();

const action = (name: string): Step[] => [
  admin(`the action "${name}" is loaded`, 'ir.actions.server', 'load', [
    ['id', 'name', 'model_id/id', 'state', 'code'],
    [
      [
        `__wkh__.${name}`,
        `Wkh ${name}`,
        'base.model_res_partner',
        'code',
        CODE.replace('getattr_batch', `calendar._${name}_intervals_batch`),
      ],
    ],
  ]),
  admin(
    `"${name}" is found`,
    'ir.model.data',
    'check_object_reference',
    ['__wkh__', name],
    {},
    { keep: name },
  ),
];

const line = (dayofweek: string, hour_from: number, hour_to: number, day_period = 'morning') => [
  0,
  0,
  { name: `Day ${dayofweek}`, dayofweek, hour_from, hour_to, day_period },
];

const open = (name: string, calendar: string, from: readonly number[], days: number, by = 'work') =>
  admin(
    name,
    'ir.actions.server',
    'run',
    (kept) => [[idOf(kept, by)]],
    (kept) => ({ context: { wkh_calendar: kept[calendar], wkh_from: from, wkh_days: days } }),
  );

const leave = (name: string, calendar: string | false, values: Readonly<Record<string, unknown>>) =>
  admin(
    name,
    'resource.calendar.leaves',
    'create',
    (kept) => [{ calendar_id: calendar && kept[calendar], ...values }],
    {},
    { view: (id) => typeof id },
  );

const weekdays = ['0', '1', '2', '3', '4'];

/** Opening hours in a calendar's own zone: breaks, holidays, nights, and both changes of the clock. */
export const workingHours = scenario('working-hours', [
  action('work'),
  action('attendance'),
  admin(
    'an office in Amsterdam',
    'resource.calendar',
    'create',
    [
      {
        name: 'Office',
        tz: 'Europe/Amsterdam',
        attendance_ids: weekdays.flatMap((day) => [
          line(day, 9, 12.5),
          line(day, 12.5, 13.25, 'lunch'),
          line(day, 13.25, 17, 'afternoon'),
        ]),
      },
    ],
    {},
    { keep: 'office' },
  ),
  admin(
    'a plant in New York, day and night',
    'resource.calendar',
    'create',
    [
      {
        name: 'Plant',
        tz: 'America/New_York',
        attendance_ids: ['0', '5', '6'].flatMap((day) => [line(day, 0, 2.5), line(day, 3, 24)]),
      },
    ],
    {},
    { keep: 'plant' },
  ),
  admin(
    'a calendar of no hours',
    'resource.calendar',
    'create',
    [{ name: 'None', tz: 'UTC', attendance_ids: [] }],
    {},
    { keep: 'none' },
  ),
  admin(
    'a calendar of the company’s hours',
    'resource.calendar',
    'create',
    [{ name: 'Usual', tz: 'Asia/Bangkok' }],
    {},
    { keep: 'usual' },
  ),
  open('a week across the change to summer', 'office', [2026, 3, 26, 10, 0, 0], 7),
  open('a week across the change to winter', 'office', [2026, 10, 22, 10, 30, 0], 7),
  open('a night that is an hour short', 'plant', [2026, 3, 7, 12, 0, 0], 3),
  open('a night that is an hour long', 'plant', [2026, 10, 31, 12, 0, 0], 3),
  open('no hours', 'none', [2026, 3, 26, 10, 0, 0], 7),
  open('the company’s hours in Bangkok', 'usual', [2026, 3, 26, 10, 0, 0], 3),
  leave('a holiday of the office', 'office', {
    name: 'King’s Day',
    date_from: '2026-04-26 22:00:00',
    date_to: '2026-04-27 21:59:59',
  }),
  leave('a strike of an afternoon, everywhere', false, {
    name: 'Strike',
    date_from: '2026-04-28 12:00:00',
    date_to: '2026-04-28 14:00:00',
  }),
  leave('what is no time off', 'office', {
    name: 'Training',
    time_type: 'other',
    date_from: '2026-04-28 22:00:00',
    date_to: '2026-04-29 21:59:59',
  }),
  open('a week with a holiday', 'office', [2026, 4, 24, 8, 0, 0], 6),
  open('and as if it had none', 'office', [2026, 4, 24, 8, 0, 0], 6, 'attendance'),
  admin(
    'the strike is over',
    'resource.calendar.leaves',
    'search',
    [[['name', '=', 'Strike']]],
    {},
    { keep: 'strike', view: (ids) => Array.isArray(ids) },
  ),
  admin('it is forgotten', 'resource.calendar.leaves', 'unlink', (kept) => [kept.strike]),
]);
