// What it costs to offer times of all technicians over a month, and to book one of them: calls, and time beside the bare
// calls that they cannot do without.
import { createAsk } from '../dist/src/actions/asked-action.js';
import { bookAction, freeSlotsAction } from '../dist/src/addons/appointments/actions.js';
import { findExternalIds } from '../dist/src/odoo/external-ids.js';
import { createOdoo } from '../dist/src/odoo/model-api.js';
import { scaled } from './scaled.mjs';

const VISIT = 'x_support.appointment';
const TYPE = 'x_support.appointment.type';
const LINE = 'x_support.appointment.technician';
const NAME = 'Bench Visit';
const DAYS = 30;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const FILL = 1_000;
/** Of eight hours a day six are taken. */
const TAKEN = [8, 9, 10, 13, 14, 15];
const CONTEXT = {
  tracking_disable: true,
  mail_create_nosubscribe: true,
  mail_create_nolog: true,
  no_reset_password: true,
};

export async function benchAppointments({ parts, isEmulated }) {
  const { odoo } = parts;
  const visits = scaled(isEmulated ? 2_000 : 50_000, 40);
  const people = scaled(isEmulated ? 6 : 20, 2);
  const { type, users, customer } = await fill(odoo, { visits, people });
  let calls = 0;
  const counted = createOdoo({
    call(...call) {
      calls += 1;
      return odoo.call(...call);
    },
  });
  const free = createAsk(freeSlotsAction);
  const book = createAsk(bookAction);
  const asked = { type, technician: 0, customer, appointment: 0, from: false, days: DAYS, limit: 5_000 };

  const { slots } = await free(counted, asked);
  // The first call of each looks up its action.
  await book(odoo, bookingOf({ type, customer, begin: 0, technicians: [], key: 'bench' }));
  calls = 0;
  const rounds = scaled(15, 3);
  const [offering, empty, rows] = [[], [], []];
  const first = toText(Date.now());
  const last = toText(Date.now() + DAYS * DAY);
  for (let round = 0; round < rounds; round += 1) {
    offering.push(await timed(() => free(counted, asked)));
    empty.push(await timed(() => free(odoo, { ...asked, type: 0 })));
    rows.push(
      await timed(() =>
        odoo.call(
          VISIT,
          'search_read',
          [
            [
              ['x_technician_id', 'in', users],
              ['x_scheduled_date', '>=', first],
              ['x_scheduled_date', '<', last],
            ],
          ],
          { fields: ['x_technician_id', 'x_scheduled_date', 'x_duration', 'x_status'] },
        ),
      ),
    );
  }
  print(
    `appointments: ${people} people, ${DAYS} days`,
    ms(offering),
    `${calls / rounds} calls, ${slots.length} times, ${visits} appointments, ratio ${ratio(offering, rows)} to bare reading; nothing asked ${ms(empty)}`,
  );

  const chosen = slots.filter((_, place) => place % Math.ceil(slots.length / rounds) === 0);
  const [booking, bare] = [[], []];
  calls = 0;
  for (const [place, { begin, technicians }] of chosen.entries()) {
    booking.push(
      await timed(async () => {
        const key = `bench-${Date.now()}-${place}`;
        const answer = await book(counted, bookingOf({ type, customer, begin, technicians, key }));
        if (answer.result !== 'booked') throw new Error(`not booked: ${answer.said}`);
      }),
    );
    bare.push(await timed(() => createBare(odoo, { customer, user: technicians[0].id, place })));
  }
  print(
    'appointments: book one',
    ms(booking),
    `${calls / chosen.length} calls, ratio ${ratio(booking, bare)} to a bare ticket and event`,
  );
}

const bookingOf = ({ technicians, ...asked }) => ({
  ...asked,
  ...{ technicians: technicians.map(({ id }) => id), ticket: 0, description: '' },
  ...{ place: false, location: '', via: 'portal' },
});

/** What is there already is used again. */
async function fill(odoo, { visits, people }) {
  const [known] = await odoo.call(TYPE, 'search', [[['x_name', '=', NAME]]]);
  const [type] = known
    ? [known]
    : await odoo.call(TYPE, 'create', [
        [{ x_name: NAME, x_place: 'online', x_min_notice: 1, x_horizon_days: 0, x_most_coming: 0 }],
      ]);
  const lines = await odoo.call(LINE, 'search_read', [
    [['x_name', 'like', 'Bench Technician']],
    ['x_user_id'],
  ]);
  let users = lines.map(({ x_user_id }) => x_user_id[0]);
  if (users.length < people) {
    const groups = await findExternalIds(odoo, ['base.group_user', '__supportdesk__.group_technician']);
    const made = Array.from({ length: people - users.length }, (_, n) => ({
      name: `Bench Technician ${users.length + n}`,
      login: `bench.technician.${users.length + n}@example.com`,
      tz: 'UTC',
      groups_id: [[6, 0, groups.map(({ recordId }) => recordId)]],
    }));
    const created = await odoo.call('res.users', 'create', [made], { context: CONTEXT });
    await odoo.call(LINE, 'create', [created.map((x_user_id) => ({ x_user_id, x_max_per_day: 0 }))]);
    users = [...users, ...created];
  }
  await odoo.call(TYPE, 'write', [[type], { x_user_ids: [[6, 0, users]] }]);
  const customer = await findCustomer(odoo);
  await fillVisits(odoo, { visits, type, users, customer });
  return { type, users, customer };
}

async function findCustomer(odoo) {
  const name = 'Bench Appointments';
  const [known] = await odoo.call('res.partner', 'search', [[['name', '=', name]]]);
  return (
    known ?? (await odoo.call('res.partner', 'create', [[{ name, email: 'bench.visits@example.com' }]]))[0]
  );
}

/** Beside the rules, which look at each of them for half a second: those of past days, and those of the coming month. */
async function fillVisits(odoo, { visits, type, users, customer }) {
  const there = await odoo.call(VISIT, 'search_count', [[['x_type_id', '=', type]]]);
  if (there >= visits) return;
  const rule = (await findExternalIds(odoo, ['__supportdesk__.automation_appointment']))[0].recordId;
  const lastDay = Math.floor(Date.now() / DAY) + DAYS + 2;
  await odoo.call('base.automation', 'write', [[rule], { active: false }]);
  try {
    for (let start = there; start < visits; start += FILL) {
      const rows = Array.from({ length: Math.min(FILL, visits - start) }, (_, n) => {
        const number = start + n;
        const turn = Math.floor(number / users.length);
        const day = lastDay - Math.floor(turn / TAKEN.length);
        const begin = day * DAY + TAKEN[turn % TAKEN.length] * HOUR;
        const isPast = begin < Date.now();
        return {
          x_reference: `BENCH-${number}`,
          x_type_id: type,
          x_customer_id: customer,
          x_technician_id: users[number % users.length],
          x_scheduled_date: toText(begin),
          x_duration: 1,
          x_place: 'online',
          x_status: isPast ? 'completed' : 'confirmed',
          ...(isPast ? {} : { x_taken_from: toText(begin), x_taken_until: toText(begin + HOUR) }),
        };
      });
      await odoo.call(VISIT, 'create', [rows], { context: CONTEXT });
    }
  } finally {
    await odoo.call('base.automation', 'write', [[rule], { active: true }]);
  }
}

async function createBare(odoo, { customer, user, place }) {
  await odoo.call('x_support.ticket', 'create', [[{ x_name: `Bare ${place}`, x_partner_id: customer }]], {
    context: { supportdesk_no_mail: true },
  });
  const start = Date.now() + (100 + place) * DAY;
  const event = { name: 'Bare', start: toText(start), stop: toText(start + HOUR), user_id: user };
  await odoo.call('calendar.event', 'create', [[{ ...event, partner_ids: [[6, 0, [customer]]] }]], {
    context: { no_mail_to_attendees: true, dont_notify: true },
  });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const toText = (moment) => new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (values) => `${(median(values) * 1000).toFixed(1)} ms`;
const ratio = (values, floor) => (median(values) / median(floor)).toFixed(2);
const print = (what, amount, more) => console.log(`${what.padEnd(34)} ${amount.padStart(14)}  ${more}`);
