import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { createAsk } from '../../src/actions/asked-action.ts';
import {
  type Booked,
  bookAction,
  changeAction,
  freeSlotsAction,
} from '../../src/addons/appointments/actions.ts';
import { Appointment, AppointmentTechnician, AppointmentType } from '../../src/addons/appointments/models.ts';
import { OdooClient } from '../../src/odoo/client.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { createTechnician } from './create-technician.ts';
import type { Backend } from './start-backend.ts';

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;

/** As Odoo writes a moment, of seconds since 1970. */
export const toText = (second: number): string =>
  new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');

export const toSecond = (text: string | false | null | undefined): number =>
  text ? Date.parse(`${text.replace(' ', 'T')}Z`) / 1000 : 0;

export interface Worker {
  readonly id: number;
  readonly name: string;
  readonly partnerId: number;
  readonly client: OdooClient;
  readonly line: number;
}

/** Hours of the clock on days of the week, Monday is 1. */
export type Week = readonly (readonly [weekday: number, from: number, to: number])[];

export const WEEKDAYS: Week = [1, 2, 3, 4, 5].flatMap((day) => [
  [day, 8, 12] as const,
  [day, 13, 17] as const,
]);

/** What tests of appointments make in Odoo, and ask of it. */
export function createVisitWorld({ backend, service }: { backend: Backend; service: OdooClient }) {
  const { odoo } = backend;
  const asService = createOdoo(service);
  const free = createAsk(freeSlotsAction);
  const book = createAsk(bookAction);
  const change = createAsk(changeAction);

  async function createWorker(values: object = {}): Promise<Worker> {
    const name = `Tess ${randomUUID().slice(0, 8)}`;
    const { login, password } = await createTechnician(odoo);
    const [user] = (await odoo.call('res.users', 'search_read', [
      [['login', '=', login]],
      ['partner_id'],
    ])) as readonly { readonly id: number; readonly partner_id: readonly [number, string] }[];
    if (!user) throw new Error('there is no technician');
    await odoo.call('res.users', 'write', [[user.id], { name, tz: 'UTC' }]);
    const [line = 0] = (await odoo.call(AppointmentTechnician.name, 'create', [
      [{ x_user_id: user.id, x_max_per_day: 0, ...values }],
    ])) as readonly number[];
    const { transport, settings } = backend;
    const client = new OdooClient({ transport, db: settings.ODOO_DB, username: login, password });
    return { id: user.id, name, partnerId: user.partner_id[0], client, line };
  }

  async function createCalendar(week: Week, zone = 'UTC'): Promise<number> {
    const hours = week.map(([weekday, hour_from, hour_to]) => [
      0,
      0,
      {
        name: 'Hours',
        dayofweek: String(weekday - 1),
        hour_from,
        hour_to,
        day_period: hour_from < 12 ? 'morning' : 'afternoon',
      },
    ]);
    const created = await odoo.call('resource.calendar', 'create', [
      [{ name: `Hours ${randomUUID().slice(0, 8)}`, tz: zone, attendance_ids: [[5], ...hours] }],
    ]);
    return (created as readonly number[])[0] ?? 0;
  }

  async function createType(values: object = {}): Promise<number> {
    const created = await odoo.call(AppointmentType.name, 'create', [
      [
        {
          x_name: `Repair ${randomUUID().slice(0, 8)}`,
          x_duration: 1,
          x_slot_step: 30,
          x_min_notice: 0,
          x_horizon_days: 0,
          x_most_coming: 0,
          x_place: 'workshop',
          ...values,
        },
      ],
    ]);
    return (created as readonly number[])[0] ?? 0;
  }

  /** Over RPC nobody makes resources: employees bring them, where Odoo keeps employees. */
  async function runPython(code: string): Promise<unknown> {
    const [model_id] = (await odoo.call('ir.model', 'search', [[['model', '=', 'res.users']]])) as number[];
    const created = await odoo.call('ir.actions.server', 'create', [
      [{ name: 'Prepare a test', model_id, state: 'code', code }],
    ]);
    return odoo.call('ir.actions.server', 'run', [created]);
  }

  async function sendOnLeave({ id, name }: Worker, from: number, to: number): Promise<void> {
    await runPython(`resource = env['resource.resource'].sudo().create({'name': '${name}', 'user_id': ${id}})
env['resource.calendar.leaves'].sudo().create({'name': 'Away', 'resource_id': resource.id, 'calendar_id': False, 'date_from': '${toText(from)}', 'date_to': '${toText(to)}'})`);
  }

  return {
    odoo,
    createWorker,
    createCalendar,
    createType,
    runPython,
    sendOnLeave,
    /** As whoever works at the desk and may do all. */
    createVisit: (values: object, by: Pick<Odoo, 'call'> = odoo) =>
      by.call(Appointment.name, 'create', [[values]]).then((ids) => (ids as readonly number[])[0] ?? 0),
    read: async (id: number) => {
      const [row] = await odoo.model(Appointment).read([id], Object.keys(Appointment.fields) as never);
      return row as unknown as Readonly<Record<string, unknown>>;
    },
    /** Five minutes each; what else is written there lets bookings meet. */
    claimsOf: async (ids: readonly number[]) => {
      const rows = (await odoo.call('ir.model.data', 'search_read', [
        [
          ['module', '=', '__supportdesk_slot__'],
          ['res_id', 'in', ids],
        ],
        ['name', 'res_id'],
      ])) as readonly { readonly name: string; readonly res_id: number }[];
      return rows.filter(({ name }) => /^\d+_\d+$/.test(name));
    },
    freeSlots: (asked: object) =>
      free(asService, {
        type: 0,
        technician: 0,
        customer: 0,
        appointment: 0,
        from: false,
        days: 7,
        limit: 1000,
        ...asked,
      }),
    book: (asked: object): Promise<Booked> =>
      book(asService, {
        key: randomUUID(),
        technicians: [],
        customer: 0,
        ticket: 0,
        description: '',
        place: false,
        location: '',
        via: 'portal',
        ...asked,
      }),
    change: (appointment: number, asked: object): Promise<Booked> =>
      change(asService, {
        appointment,
        begin: 0,
        technicians: [],
        reason: '',
        note: '',
        by: 0,
        key: randomUUID(),
        as_customer: true,
        ...asked,
      }),
  };
}

export type VisitWorld = ReturnType<typeof createVisitWorld>;

/** A moment of the clock on a coming weekday (Monday is 1), at least `ahead` days from now. */
export function nextWeekday(weekday: number, hour: number, { zone = 'UTC', ahead = 3 } = {}): number {
  let day = DateTime.now().setZone(zone).startOf('day').plus({ days: ahead });
  while (day.weekday !== weekday) day = day.plus({ days: 1 });
  return day.set({ hour: Math.floor(hour), minute: Math.round((hour % 1) * 60) }).toSeconds();
}
