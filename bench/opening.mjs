// What policies, stages, assignment, mail and the rest add to 1,000 tickets in one call. They are switched on one after the
// other, so it takes an Odoo that does not have them yet; each is beside the same call without any of them.
import { findExternalIds } from '../dist/src/odoo/external-ids.js';
import { deploy } from './deploy.mjs';
import { scaled } from './scaled.mjs';

const TICKETS = scaled(1_000, 20);
const CUSTOMERS = scaled(100, 4);
const ROUNDS = 3;
const TEAM = 'x_support.team';
const TICKET = 'x_support.ticket';

/** What no mail goes by. */
const REST = ['assets', 'privacy'];

/** Off with these go all that cannot do without them. */
const STEPS = [
  ['none of them', ['stages', 'categories', 'sla', 'assignment', 'mail', 'intake', ...REST]],
  ['policies, stages, assignment', ['mail', 'intake', ...REST]],
  ['and mail, to the customers', ['closing', 'escalation', 'appointments', 'operations', 'plays', ...REST]],
  ['and all other addons', []],
];

export async function benchOpening(parts) {
  const { odoo, declarations } = parts;
  if ((await findExternalIds(odoo, ['__supportdesk__.ticket_list'])).length > 0) {
    console.log(`${TICKETS} tickets in one call: not measured, since this Odoo has all addons already`);
    return;
  }
  let people;
  let floor;
  let last = 0;
  for (const [name, off] of STEPS) {
    await deploy(parts, without(declarations, off));
    people ??= await createPeople(odoo);
    if (!off.includes('sla')) await setUp(odoo, people);
    await open(odoo, people, 10);
    const seconds = await measure(odoo, people);
    floor ??= seconds;
    const told = `${TICKETS} tickets, ${name}`.padEnd(46);
    const each = `${((seconds / TICKETS) * 1000).toFixed(2)} ms a ticket`;
    const share = `${(((seconds - last) / TICKETS) * 1000).toFixed(2)} of them for this`;
    console.log(
      `${told} ${seconds.toFixed(2).padStart(8)} s  ${each}, ${share}, ratio ${(seconds / floor).toFixed(2)}`,
    );
    last = seconds;
  }
}

function without(declarations, off) {
  const gone = new Set(off);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { name, depends = [] } of declarations) {
      if (depends.some((other) => gone.has(other))) gone.add(name);
    }
  }
  return declarations.filter(({ name }) => !gone.has(name));
}

async function createPeople(odoo) {
  const [technician] = await findExternalIds(odoo, ['__supportdesk__.group_technician']);
  const context = { no_reset_password: true };
  const members = await odoo.call(
    'res.users',
    'create',
    [
      Array.from({ length: 4 }, (_, n) => ({
        ...{ name: `Bench Technician ${n}`, login: `technician.${n}@bench.example.com` },
        groups_id: [[4, technician.recordId]],
      })),
    ],
    { context },
  );
  const customers = await odoo.call('res.partner', 'create', [
    Array.from({ length: CUSTOMERS }, (_, n) => ({
      name: `Bench Customer ${n}`,
      email: `customer.${n}@bench.example.com`,
    })),
  ]);
  const [team] = await odoo.call(TEAM, 'create', [[{ x_name: 'Bench', x_member_ids: [[6, 0, members]] }]]);
  return { team, customers, isSetUp: false };
}

/** A policy for each priority, in working hours, and members in turn. */
async function setUp(odoo, people) {
  if (people.isSetUp) return;
  people.isSetUp = true;
  const days = Array.from({ length: 5 }, (_, day) => [
    ...[0, 0],
    { name: 'Day', dayofweek: String(day), hour_from: 8, hour_to: 17, day_period: 'morning' },
  ]);
  const [calendar] = await odoo.call('resource.calendar', 'create', [
    [{ name: 'Bench', tz: 'Europe/Amsterdam', attendance_ids: [[5], ...days] }],
  ]);
  await odoo.call('x_support.sla', 'create', [
    [3, 2, 1, 0].map((priority, n) => ({
      ...{ x_name: `Bench ${priority}`, x_priority: String(priority), x_calendar_id: calendar },
      ...{ x_first_hours: 1 + n, x_next_hours: 2 + n, x_solution_hours: 4 + 8 * n },
    })),
  ]);
  await odoo.call(TEAM, 'write', [[people.team], { x_assign_by: 'round_robin' }]);
}

/** The best of some rounds, in seconds. */
async function measure(odoo, people) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await open(odoo, people, TICKETS);
    rounds.push((performance.now() - start) / 1000);
  }
  return Math.min(...rounds);
}

const open = (odoo, { team, customers }, count) =>
  odoo.call(TICKET, 'create', [
    Array.from({ length: count }, (_, n) => ({
      x_name: `The printer on floor ${n % 40} fails`,
      x_description: '<p>Since yesterday it stops in the middle of the work.</p>',
      x_partner_id: customers[n % customers.length],
      x_team_id: team,
      x_priority: String(n % 4),
    })),
  ]);
