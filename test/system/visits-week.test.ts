import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createReminderJob } from '../../src/addons/appointments/invites/reminders.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { createClosingJob } from '../../src/addons/closing/job.ts';
import { createEscalationJob } from '../../src/addons/escalation/escalation-job.ts';
import { createRecomputeJob } from '../../src/addons/sla/recompute-job.ts';
import { findExternalIds } from '../../src/odoo/external-ids.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { type Customer, createCustomer } from '../support/create-customer.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runCode } from '../support/run-code.ts';
import { sendMails } from '../support/send-mails.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';
import { createVisitWeek, HOUR, type Kind, type Remembered, type VisitWeek } from '../support/visit-week.ts';
import { createVisitWorld, type VisitWorld, type Worker } from '../support/visit-world.ts';

/** A week of a support centre, told in a minute: what is mailed is counted against what the manual promises. */
const ADDRESS = `visits@${randomUUID().slice(0, 8)}.example`;
const STEP = 8;
const BUFFER = 10 * 60;
const PARAMETERS = {
  'supportdesk.visit_addresses': ADDRESS,
  'supportdesk.mails_per_hour': '10000',
  'supportdesk.mail_most_an_hour': '10000',
};

const time = createFastClock();
const before: [string, unknown][] = [];
let deployed: Deployed;
let odoo: Odoo;
let clock: FastClock;
let sink: MailSink;
let world: VisitWorld;
let week: VisitWeek;
let workers: readonly Worker[];
let customers: readonly Customer[];
let repair: Kind;
let survey: Kind;
let chat: Kind;
/** Times lie half an hour apart, well away from the moments at which this story looks at its clock. */
let grid: number;

beforeAll(async () => {
  deployed = await startDeployed({ clock: time.read });
  odoo = deployed.backend.odoo;
  clock = time.of(deployed.backend);
  sink = await startMailSink(odoo, 'desk.example');
  world = createVisitWorld(deployed);
  week = createVisitWeek(deployed, world, clock);
  for (const [key, value] of Object.entries(PARAMETERS)) {
    before.push([key, await odoo.call('ir.config_parameter', 'get_param', [key])]);
    await odoo.call('ir.config_parameter', 'set_param', [key, value]);
  }
  const always = { x_calendar_id: await world.createCalendar([]) };
  workers = await Promise.all([1, 2, 3].map(() => world.createWorker(always)));
  customers = await Promise.all(['Ann', 'Bob', 'Cleo', 'Dan'].map((name) => createCustomer(odoo, name)));
  const createKind = async (needsConfirmation: boolean, reminderHours: number, sequence: number) => ({
    id: await world.createType({
      ...{ x_needs_confirmation: needsConfirmation, x_reminder_hours: reminderHours, x_sequence: sequence },
      ...{ x_buffer_before: BUFFER / 60, x_buffer_after: BUFFER / 60, x_cancel_hours: 2 },
      x_user_ids: [[6, 0, workers.map(({ id }) => id)]],
    }),
    needsConfirmation,
    reminderHours,
  });
  // What a mail asks for is the first.
  repair = await createKind(false, 24, -100);
  survey = await createKind(true, 4, -99);
  chat = await createKind(false, 0, -98);
  grid = Math.ceil(clock.now() / 300) * 300 + 900;
});
afterAll(async () => {
  for (const [key, value] of before) await odoo.call('ir.config_parameter', 'set_param', [key, value]);
  await sink?.close();
  await deployed?.backend.close();
});

test('in a week of visits by every door each mail that is due goes out once, and nobody is in two places', async () => {
  for (let day = 0, step = 0; day < 7; day += 1) {
    for (let part = 0; part < 24 / STEP; part += 1, step += 1) {
      await open(step);
      await change(step);
      await runJobs(part === 0);
      await clock.advance(
        STEP,
        week.visits.map(({ id }) => id),
      );
    }
  }
  await runJobs(true);

  expect(week.visits.length).toBeGreaterThanOrEqual(38);
  expect(await readMailed()).toEqual([...week.expected].sort());
  if (deployed.backend.kind === 'live') expect(await readSunk()).toEqual(await expectSunk());
});

/** So many half hours from now. */
const at = (halves: number) => grid + Math.ceil((clock.now() - grid) / 1800 + 0.1) * 1800 + halves * 1800;
const pick = <T>(of: readonly T[], by: number): T => of[by % of.length] as T;

/** Two new ones at each step, by another door each time. */
async function open(step: number): Promise<void> {
  const [customer, other] = [pick(customers, step), pick(customers, step + 1)];
  const halves = 14 + ((step * 29) % 110);
  if (step % 6 === 0) return bookAtOnce(halves);
  if (step % 6 === 1) await week.askByMail(repair, customer, ADDRESS);
  else if (step % 6 === 2)
    await until(halves, (begin) => week.bookOnPortal(survey, customer, begin, workers));
  else if (step % 6 === 3)
    await week.writeAtDesk(repair, customer, at(200 + step), pick(workers, step), true);
  else if (step % 6 === 4)
    await week.writeAtDesk(survey, customer, at(200 + step), pick(workers, step), false);
  else await until(1, (begin) => week.bookOnPortal(repair, customer, begin, workers));
  await until(halves + 7, (begin) => week.bookOnPortal(pick([repair, chat], step), other, begin, workers));
}

/** Two customers want the same hour of the same technician: one gets it. */
async function bookAtOnce(halves: number): Promise<void> {
  const worker = [pick(workers, halves)];
  await until(halves, async (begin) => {
    const answers = await Promise.all(
      [0, 1].map((which) => week.bookOnPortal(repair, pick(customers, which), begin, worker)),
    );
    expect(answers).toContain('appointments.refused.taken');
    return answers.find((answer) => typeof answer !== 'string') ?? '';
  });
}

/** The first time from there on that is free. */
async function until(halves: number, book: (begin: number) => Promise<unknown>): Promise<void> {
  for (let later = 0; later < 20; later += 1) {
    const answer = await book(at(halves + later));
    if (answer !== 'appointments.refused.taken' && answer !== '' && answer !== false) return;
  }
  throw new Error('no time is free');
}

/** What happens to those that are there: a few of each kind at each step. */
async function change(step: number): Promise<void> {
  const now = clock.now();
  const over = week.visits.filter(({ status, begin }) => status === 'confirmed' && begin < now);
  for (const [index, visit] of over.entries()) {
    // Some are forgotten, and stay as they were.
    if ((index + step) % 4 !== 0) await week.finish(visit, (index + step) % 4 === 1);
    else visit.status = 'over';
  }
  const open = week.visits.filter(({ status, begin }) => status === 'confirmed' && begin > now + 3 * HOUR);
  const drafts = week.visits.filter(({ status }) => status === 'draft');
  for (const visit of drafts.slice(0, 2)) await settle(visit, step);
  const [one, another] = [pick(open, step * 5), pick(open, step * 7 + 1)];
  if (one) await move(one, step);
  if (another && another !== one && step % 3 === 0)
    await week.cancel(another, pick(['customer', 'desk', 'technician'] as const, step / 3));
}

async function settle(visit: Remembered, step: number): Promise<void> {
  if (visit.begin === 0) return until(30 + step, (begin) => week.moveOnPortal(visit, begin, workers));
  if (visit.begin < clock.now()) return week.cancel(visit, 'desk');
  return week.confirm(visit);
}

function move(visit: Remembered, step: number): Promise<void> {
  const by = pick([undefined, visit.worker], step);
  const ways = [
    (begin: number) => week.moveOnPortal(visit, begin, workers),
    (begin: number) => week.moveAtDesk(visit, begin, { by }),
    (begin: number) => week.moveAtDesk(visit, begin, { by, inCalendar: true }),
  ];
  return until(20 + ((step * 17) % 60), pick(ways, step));
}

/** All that runs by itself, and at midnight what runs once a day. */
async function runJobs(isMidnight: boolean): Promise<void> {
  const asService = createOdoo(deployed.service);
  const services = { odoo: asService, clock: { now: () => new Date(clock.now() * 1000) } };
  week.remind();
  for (const job of [
    createReminderJob(services),
    createClosingJob(services),
    createEscalationJob(services),
    createRecomputeJob(services),
  ])
    await runClusterJob(job);
  await sendMails(deployed.backend);
  const daily = isMidnight ? ['cron_appointment_claims', 'cron_appointments'] : [];
  for (const cron of await findExternalIds(
    odoo,
    daily.map((name) => `__supportdesk__.${name}`),
  ))
    await odoo.call('ir.cron', 'method_direct_trigger', [[cron?.recordId]]);
  expect(await findOverlaps()).toEqual([]);
}

/** Of each technician, with the minutes that are to be free before and after. */
async function findOverlaps(): Promise<string[]> {
  const ids = week.visits.map(({ id }) => id);
  const agreed = await odoo.model(Appointment).searchRead(
    [
      ['id', 'in', ids],
      ['x_status', 'in', ['draft', 'confirmed', 'in_progress']],
      ['x_scheduled_date', '!=', false],
    ],
    { fields: ['x_technician_id', 'x_scheduled_date', 'x_end_datetime'], order: 'x_scheduled_date' },
  );
  const spans = agreed.map((row) => ({
    who: String(row.x_technician_id),
    id: row.id,
    from: clock.fromOdoo(row.x_scheduled_date) - BUFFER,
    until: clock.fromOdoo(row.x_end_datetime) + BUFFER,
  }));
  return spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      .filter(({ who, from }) => who === one.who && from < one.until)
      .map(({ id }) => `${one.id} and ${id}`),
  );
}

/** As Odoo's messages say whom they were mailed to. */
async function readMailed(): Promise<string[]> {
  const found = await runCode(
    odoo,
    `
mailed = []
for event in env['x_support.mail_event'].sudo().search([('x_about_id', 'in', [${week.visits.map(({ id }) => id).join(', ')}])]):
    for told in env['mail.notification'].sudo().search([('mail_message_id', 'in', event.x_message_ids.ids), ('notification_status', '=', 'sent')]):
        mailed.append('%s %s %s' % (event.x_about_id, event.x_event, told.res_partner_id.id))
action = {'mailed': mailed}`.trim(),
  );
  return z
    .object({ mailed: z.array(z.string()) })
    .parse(found)
    .mailed.sort();
}

const SUBJECTS: Readonly<Record<string, RegExp>> = {
  visit_requested: /Your appointment:|Appointment asked for/,
  visit_choose: /Choose a time/,
  visit_confirmed: /Appointment confirmed/,
  visit_moved: /Appointment moved/,
  visit_cancelled: /Appointment cancelled/,
  visit_reminder: /Reminder of (your|an) appointment/,
  odoo: /Date updated|Invitation to|assigned to you/,
};

/** What came to the mail server: its receiver and its matter, as often as it came. */
async function readSunk(): Promise<string[]> {
  const heads = sink.mails.map((mail) => (mail.split('\n\n')[0] ?? '').replace(/\n[ \t]+/g, ' '));
  return heads
    .flatMap((head) => {
      const subject = /^Subject: (.*)$/im.exec(head)?.[1] ?? '';
      const [event] = Object.entries(SUBJECTS).find(([, words]) => words.test(subject)) ?? [];
      return event === undefined ? [] : [`${/^To: .*?([^\s<]+@[^\s>]+)/im.exec(head)?.[1]} ${event}`];
    })
    .sort();
}

async function expectSunk(): Promise<string[]> {
  const people = (await odoo.call('res.partner', 'read', [
    [...workers, ...customers].map(({ partnerId }) => partnerId),
    ['email'],
  ])) as readonly { readonly id: number; readonly email: string }[];
  return week.expected
    .map((line) => {
      const [, event, partner] = line.split(' ');
      return `${people.find(({ id }) => id === Number(partner))?.email} ${event}`;
    })
    .sort();
}
