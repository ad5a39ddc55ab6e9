import { createAsk } from '../../../actions/asked-action.ts';
import { Partner, User } from '../../../odoo/builtin-models.ts';
import type { Odoo } from '../../../odoo/model-api.ts';
import { toOdooDatetime, type WriteValues } from '../../../odoo/values.ts';
import type { DemoLogin } from '../../demo-login.ts';
import type { Services } from '../../services.ts';
import { freeSlotsAction } from '../actions.ts';
import { Appointment, AppointmentTechnician, AppointmentType } from '../models.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'Europe/Amsterdam';

/** Appointments to come: whose, what for, which of the times that are free, and what has become of it. */
const COMING = [
  {
    email: 'ann@acme.example',
    place: 'site',
    nth: 2,
    status: 'confirmed',
    about: 'The oven’s till prints nothing.',
  },
  {
    email: 'ann@acme.example',
    place: 'online',
    nth: 30,
    status: 'draft',
    about: 'How do we share a calendar?',
  },
  {
    email: 'bob@globex.example',
    place: 'site',
    nth: 25,
    status: 'confirmed',
    about: 'Two scanners lose the network.',
  },
  {
    email: 'bob@globex.example',
    place: 'workshop',
    nth: 45,
    status: 'confirmed',
    about: 'A laptop does not charge.',
  },
] as const;

/** What was: so many days ago, and how it ended. */
const PAST = [
  {
    email: 'ann@acme.example',
    place: 'site',
    days: 3,
    status: 'completed',
    about: 'New access point in the shop.',
  },
  {
    email: 'bob@globex.example',
    place: 'online',
    days: 4,
    status: 'completed',
    about: 'VPN on a new phone.',
  },
  { email: 'bob@globex.example', place: 'site', days: 2, status: 'cancelled', about: 'Move a desk.' },
] as const;

type Told = (typeof COMING)[number] | (typeof PAST)[number];

/** Two technicians who can be booked, what they have before them, and what they did. */
export async function seedAppointments({ odoo, clock }: Services): Promise<readonly DemoLogin[]> {
  const users = await odoo
    .model(User)
    .searchRead([['login', 'like', '@fernwood.example']], { fields: ['name'], order: 'id' });
  const people = await odoo
    .model(Partner)
    .searchRead([['email', 'in', COMING.map(({ email }) => email)]], { fields: ['email'] });
  const customers = new Map(people.map(({ id, email }) => [email, id]));
  const types = new Map(
    (await odoo.model(AppointmentType).searchRead([], { fields: ['x_place'], order: 'x_sequence, id' })).map(
      ({ id, x_place }) => [x_place, id],
    ),
  );
  // An organisation may have named types of its own, or none.
  if (users.length === 0 || types.size === 0) return [];
  await letThemBeBooked(
    odoo,
    users.map(({ id }) => id),
  );
  const values = ({ email, place, status, about }: Told): WriteValues<typeof Appointment> => ({
    x_customer_id: customers.get(email) ?? false,
    x_type_id: types.get(place) ?? [...types.values()][0] ?? false,
    x_status: status,
    x_description: `<p>${about}</p>`,
  });
  const ask = createAsk(freeSlotsAction);
  // One after the other: what is booked is no longer free.
  for (const one of COMING) {
    const row = values(one);
    const asked = { type: row.x_type_id, technician: 0, customer: row.x_customer_id, appointment: 0 };
    const { slots } = await ask(odoo, { ...asked, from: false, days: 12, limit: one.nth + 1 });
    const slot = slots.at(-1);
    const technician = slot?.technicians[0]?.id;
    if (slot === undefined || technician === undefined) continue;
    const begin = toOdooDatetime(new Date(slot.begin * 1000));
    await odoo.model(Appointment).create([{ ...row, x_technician_id: technician, x_scheduled_date: begin }]);
  }
  await odoo.model(Appointment).create(
    PAST.map((one, index) => ({
      ...values(one),
      x_technician_id: users[index % users.length]?.id ?? false,
      x_scheduled_date: toOdooDatetime(morning(clock.now(), one.days)),
      ...(one.status === 'cancelled' ? { x_cancel_reason: 'customer_request' as const } : {}),
    })),
  );
  return [];
}

/** On weekdays from nine to five. */
async function letThemBeBooked(odoo: Odoo, users: readonly number[]): Promise<void> {
  const hours = ['0', '1', '2', '3', '4'].map((dayofweek) => [
    0,
    0,
    { name: 'Desk', dayofweek, hour_from: 9, hour_to: 17, day_period: 'morning' },
  ]);
  const calendar = { name: 'Help desk', tz: ZONE, attendance_ids: [[5], ...hours] };
  const [id] = (await odoo.call('resource.calendar', 'create', [[calendar]])) as readonly number[];
  await odoo
    .model(AppointmentTechnician)
    .create(users.map((user) => ({ x_user_id: user, x_calendar_id: id ?? false })));
}

/** In the morning of that day. */
const morning = (now: Date, daysAgo: number): Date =>
  new Date(Math.floor((now.getTime() - daysAgo * DAY_MS) / DAY_MS) * DAY_MS + 9 * HOUR_MS);
