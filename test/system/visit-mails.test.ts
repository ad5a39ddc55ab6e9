import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { VisitMailEvent } from '../../src/addons/appointments/invites/mails.ts';
import { createReminderJob, ReminderType } from '../../src/addons/appointments/invites/reminders.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { Booking, Cancellation } from '../../src/addons/appointments/office/wizard-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import type { Customer } from '../support/create-customer.ts';
import { createVisitWorld, momentIn, type VisitWorld, type Worker } from '../support/invite-world.ts';
import { runClusterJob } from '../support/run-cluster-job.ts';
import { runCode } from '../support/run-code.ts';
import { createSentMails, type SentMails } from '../support/sent-mails.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';
import { type MailSink, startMailSink } from '../support/start-mail-sink.ts';

/** Mails about appointments, counted and read; on a real Odoo as a mail server gets them. */
let deployed: Deployed;
let odoo: Odoo;
let sink: MailSink;
let mails: SentMails;
let world: VisitWorld;
let tom: Worker;
let ann: Customer;

beforeAll(async () => {
  deployed = await startDeployed({ on: configured('') });
  odoo = deployed.backend.odoo;
  sink = await startMailSink(odoo, 'desk.example');
  mails = createSentMails(deployed.backend, sink);
  world = await createVisitWorld(deployed.backend);
  tom = await world.createWorker();
});
afterAll(async () => {
  await sink?.close();
  await deployed?.backend.close();
});
beforeEach(async () => {
  ann = await world.createCustomer();
  await odoo.call('res.partner', 'write', [
    [ann.partnerId],
    { tz: 'Europe/Amsterdam', street: 'Dam 1', city: 'Amsterdam', mobile: '+31612345678' },
  ]);
});

const change = (id: number, values: object) => odoo.call(Appointment.name, 'write', [[id], values]);

async function told(ticket: number) {
  const sent = await mails.next(ticket);
  // Nor does Odoo's own calendar say anything.
  expect(sink.mails.filter((mail) => /assigned to you|^Subject: Invitation/m.test(mail))).toEqual([]);
  return sent.filter(({ subject }) => /appointment/i.test(subject));
}
const names = (sent: readonly { readonly to: string; readonly subject: string }[]) =>
  sent.map(
    ({ to, subject }) =>
      `${to === ann.login ? 'ann' : to === tom.login ? 'tom' : to}: ${subject.replace(/^\[[^\]]*\] /, '').replace(/:.*/, '')}`,
  );

async function readEvents(visit: number) {
  return odoo.model(VisitMailEvent).searchRead([['x_about_id', '=', visit]], {
    fields: ['x_event', 'x_state'],
    order: 'id',
  });
}

/** The calendars that mails of this event brought, and what they said they were; such mails are their readers' alone. */
async function readCalendar(visit: number, event: string) {
  const found = await runCode(
    odoo,
    `
events = env['x_support.mail_event'].sudo().search([('x_about_id', '=', ${visit}), ('x_event', '=', '${event}')])
files = events.x_message_ids.attachment_ids
action = {'files': [{'mimetype': file.mimetype, 'datas': b64decode(file.datas).decode('utf-8')} for file in files]}`.trim(),
  );
  const { files } = z
    .object({ files: z.array(z.object({ mimetype: z.string(), datas: z.string() })) })
    .parse(found);
  return files.map(({ mimetype, datas: text }) => ({ mimetype, text }));
}

test('what is agreed is told to customer and technician once, with the appointment for their calendars', async () => {
  const { id, ticket } = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 48 });

  const sent = await told(ticket);
  expect(names(sent)).toEqual(['ann: Appointment confirmed', 'tom: Appointment confirmed']);
  const calendars = await readCalendar(id, 'visit_confirmed');
  expect(calendars).toHaveLength(2);
  for (const { mimetype, text } of calendars) {
    expect(mimetype).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(text).toMatch(/METHOD:REQUEST\r\n[\s\S]*SEQUENCE:0\r\n/);
    expect(text.replaceAll('\r\n ', '')).toContain(`mailto:${ann.login}`);
    expect(text).not.toContain('/supportdesk/visit/');
  }
  const [row] = await odoo.model(Appointment).read([id], ['x_confirmation_sent', 'x_reminder_sent']);
  expect(row).toMatchObject({ x_confirmation_sent: true, x_reminder_sent: false });
  // On a real Odoo: as mail programs get it.
  const raw = sent.find(({ to }) => to === ann.login)?.raw;
  if (raw) {
    expect(raw).toMatch(/Content-Type: text\/calendar; charset="?utf-8"?; method="?REQUEST"?/i);
    expect(raw).toContain('Auto-Submitted: auto-generated');
    const text = decode(raw);
    expect(text).toMatch(/When: .*\d{4}, \d+:\d\d/);
    expect(text).toContain('Central European Time (Amsterdam)');
    expect(text).toContain(`/supportdesk/visit/${id}/`);
    expect(text).toContain('Dam 1, Amsterdam');
  }
  const technicians = sent.find(({ to }) => to === tom.login)?.raw;
  if (technicians) expect(decode(technicians)).not.toContain('/supportdesk/visit/');
});

/** Every text part of a mail, one after the other. */
function decode(raw: string): string {
  return raw
    .split(/\n--==/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n\n');
      const body = rest.join('\n\n');
      if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
      if (!/quoted-printable/i.test(head)) return body;
      const bytes = body
        .replaceAll('=\n', '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString();
    })
    .join('\n');
}

test('what moves and what is cancelled is told with another number, and the same thing never twice', async () => {
  const { id, ticket } = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 52 });
  await told(ticket);

  await change(id, { x_scheduled_date: momentIn(56) });
  expect(names(await told(ticket))).toEqual(['ann: Appointment moved', 'tom: Appointment moved']);
  expect((await readCalendar(id, 'visit_moved'))[0]?.text).toMatch(/SEQUENCE:1\r\n/);
  // What no calendar shows is nobody's business.
  await change(id, { x_description: '<p>Bring paper</p>', x_priority: '3' });
  expect(names(await told(ticket))).toEqual([]);

  await change(id, {
    x_status: 'cancelled',
    x_cancel_reason: 'weather',
    x_cancel_note: 'Snow & ice <everywhere>',
  });
  const sent = await told(ticket);
  expect(names(sent)).toEqual(['ann: Appointment cancelled', 'tom: Appointment cancelled']);
  const [calendar] = await readCalendar(id, 'visit_cancelled');
  expect(calendar?.mimetype).toContain('method=CANCEL');
  expect(calendar?.text).toMatch(/METHOD:CANCEL\r\n[\s\S]*SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
  const events = await readEvents(id);
  expect(events.map(({ x_event, x_state }) => `${x_event} ${x_state}`)).toEqual([
    'visit_confirmed sent',
    'visit_moved sent',
    'visit_cancelled sent',
  ]);
});

test('what is moved in Odoo’s own calendar is told once, and by Odoo to who only takes part besides', async () => {
  const { id, ticket } = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 90 });
  await told(ticket);
  const [row] = await odoo.model(Appointment).read([id], ['x_event_id']);
  const event = Array.isArray(row?.x_event_id) ? Number(row.x_event_id[0]) : 0;
  const guest = await world.createCustomer('Guest');
  // Unasked: whom Odoo invites it rightly mails.
  const silent = { context: { no_mail_to_attendees: true, dont_notify: true } };
  await odoo.call('calendar.event', 'write', [[event], { partner_ids: [[4, guest.partnerId]] }], silent);
  const move = async (hours: number) => {
    const [start, stop] = [momentIn(hours), momentIn(hours + 1)];
    await odoo.call('calendar.event', 'write', [[event], { start, stop }]);
    return names(await told(ticket));
  };

  expect(await move(94)).toEqual(['ann: Appointment moved', 'tom: Appointment moved']);
  expect(await move(93)).toEqual(['ann: Appointment moved', 'tom: Appointment moved']);

  const byOdoo = await readByOdoo(event);
  expect(byOdoo).toEqual([guest.login, guest.login]);
  if (deployed.backend.kind === 'live') {
    const dates = sink.mails.filter((mail) => /^Subject: .*Date updated/m.test(mail));
    expect(dates.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([
      expect.stringContaining(guest.login),
      expect.stringContaining(guest.login),
    ]);
  }
});

/** To whom Odoo's own calendar said that an event was moved. */
async function readByOdoo(event: number) {
  const found = await runCode(
    odoo,
    `
asked = [('mail_message_id.model', '=', 'calendar.event'), ('mail_message_id.res_id', '=', ${event}), ('mail_message_id.subject', 'like', 'Date updated'), ('notification_status', '=', 'sent')]
action = {'to': [told.res_partner_id.email for told in env['mail.notification'].sudo().search(asked, order='id')]}`.trim(),
  );
  return z.object({ to: z.array(z.string()) }).parse(found).to;
}

test('who is unticked in a dialog hears nothing of it, and the other side does', async () => {
  const boss = await world.createWorker();
  const agree = async (inHours: number) => {
    const visit = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours });
    await told(visit.ticket);
    return visit;
  };
  const { id, ticket } = await agree(110);
  const move = async (hours: number, tells: object) => {
    const opened = await world.press(boss, 'action_appointment_reschedule', Appointment.name, id);
    const { res_id: booking } = z.object({ res_id: z.number() }).parse(opened);
    const values = { x_scheduled_date: momentIn(hours), x_outside_rules: true, ...tells };
    await boss.odoo.call(Booking.name, 'write', [[booking], values]);
    await world.press(boss, 'action_booking_book', Booking.name, booking);
    return names(await told(ticket));
  };

  expect(await move(112, { x_tell_customer: false })).toEqual(['tom: Appointment moved']);
  expect(await move(113, { x_tell_technician: false })).toEqual(['ann: Appointment moved']);
  expect(await move(114, { x_tell_customer: false, x_tell_technician: false })).toEqual([]);
  expect(await move(115, {})).toEqual(['ann: Appointment moved', 'tom: Appointment moved']);

  for (const [side, heard] of [
    ['x_tell_customer', 'tom: Appointment cancelled'],
    ['x_tell_technician', 'ann: Appointment cancelled'],
  ] as const) {
    const visit = await agree(side === 'x_tell_customer' ? 120 : 124);
    const values = { x_appointment_id: visit.id, x_reason: 'weather', [side]: false };
    const [dialog = 0] = z
      .array(z.number())
      .parse(await boss.odoo.call(Cancellation.name, 'create', [[values]]));
    await world.press(boss, 'action_cancellation_do', Cancellation.name, dialog);
    expect(names(await told(visit.ticket))).toEqual([heard]);
  }
});

test('without the wish to confirm it by mail the technician alone is told', async () => {
  const { id, ticket } = await world.agree({
    customer: ann.partnerId,
    technician: tom.userId,
    inHours: 60,
    values: { x_send_confirmation_email: false },
  });

  expect(names(await told(ticket))).toEqual(['tom: Appointment confirmed']);
  const [row] = await odoo.model(Appointment).read([id], ['x_confirmation_sent']);
  expect(row?.x_confirmation_sent).toBe(false);
});

test('what customers ask for is told to the desk with no invitation, and what the desk suggests is one', async () => {
  const asked = await world.agree({
    customer: ann.partnerId,
    technician: tom.userId,
    inHours: 64,
    status: 'draft',
    values: { x_created_via: 'portal' },
  });
  expect(names(await told(asked.ticket))).toEqual(['ann: Your appointment', 'tom: Appointment asked for']);
  expect(await readCalendar(asked.id, 'visit_requested')).toEqual([]);

  const suggested = await world.agree({
    customer: ann.partnerId,
    technician: tom.userId,
    inHours: 68,
    status: 'draft',
  });
  expect(names(await told(suggested.ticket))).toEqual([
    'ann: Your appointment',
    'tom: Appointment asked for',
  ]);
  expect((await readCalendar(suggested.id, 'visit_requested'))[0]?.text).toMatch(/STATUS:TENTATIVE/);
});

test('a reminder goes out once for each time that is agreed, also after a pause, and never of what is past', async () => {
  const remind = () => runClusterJob(createReminderJob({ odoo: createOdoo(deployed.service) }));
  const [type = 0] = await odoo.model(ReminderType).create([
    {
      x_name: `Soon ${randomUUID().slice(0, 6)}`,
      x_duration: 1,
      x_place: 'workshop',
      x_reminder_hours: 24,
      x_reminder_sms: true,
    },
  ]);
  const { id, ticket } = await world.agree({
    customer: ann.partnerId,
    technician: tom.userId,
    inHours: 72,
    type,
  });
  await told(ticket);
  await remind();
  expect(names(await told(ticket))).toEqual([]);

  // As if it had been agreed long ago, and the service had stood still.
  await agedBy(id, 55);
  await remind();
  await remind();
  expect(names(await told(ticket))).toEqual([
    'ann: Reminder of your appointment',
    'tom: Reminder of an appointment',
  ]);
  const [row] = await odoo.model(Appointment).read([id], ['x_reminder_sent']);
  expect(row?.x_reminder_sent).toBe(true);
  // Where Odoo has text messages, as a real one has.
  if (deployed.backend.kind === 'live') {
    const texts = await odoo.call('sms.sms', 'search_read', [
      [['partner_id', '=', ann.partnerId]],
      ['number', 'body'],
    ]);
    expect(texts).toMatchObject([
      { number: '+31612345678', body: expect.stringMatching(/your appointment is on .*\d+:\d\d.*APPT-\d+/) },
    ]);
  }

  await change(id, { x_scheduled_date: momentIn(96) });
  expect(names(await told(ticket))).toEqual(['ann: Appointment moved', 'tom: Appointment moved']);
  await agedBy(id, 80);
  await remind();
  expect(names(await told(ticket))).toEqual([
    'ann: Reminder of your appointment',
    'tom: Reminder of an appointment',
  ]);

  const missed = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 100, type });
  await told(missed.ticket);
  await agedBy(missed.id, 101);
  await remind();
  expect(names(await told(missed.ticket))).toEqual([]);

  const sudden = await world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: 20, type });
  await remind();
  expect(names(await told(sudden.ticket))).toEqual([
    'ann: Appointment confirmed',
    'tom: Appointment confirmed',
  ]);
});

/** As if so many hours had passed: for the appointment, and for what was told of it. */
async function agedBy(id: number, hours: number): Promise<void> {
  await runCode(
    odoo,
    `
earlier = lambda moment: moment - datetime.timedelta(hours=${hours}) if moment else False
visit = env['x_support.appointment'].browse(${id})
visit._write_multi([{name: earlier(visit[name]) or None for name in ('x_scheduled_date', 'x_end_datetime', 'x_remind_at', 'x_reminded_for') if visit[name]}])
for event in env['x_support.mail_event'].search([('x_about_id', '=', ${id})]):
    event._write_multi([{'create_date': earlier(event.create_date)}])`.trim(),
  );
}
