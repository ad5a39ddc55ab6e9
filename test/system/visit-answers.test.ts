import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAsk } from '../../src/actions/asked-action.ts';
import { DECLINES_PARAMETER } from '../../src/addons/appointments/invites/answers.ts';
import { icsAction } from '../../src/addons/appointments/invites/ics.ts';
import { VisitMailEvent } from '../../src/addons/appointments/invites/mails.ts';
import { Appointment } from '../../src/addons/appointments/models.ts';
import { Intake } from '../../src/addons/intake/models.ts';
import { createTakeIn } from '../../src/addons/intake/take-in.ts';
import { Ticket } from '../../src/addons/tickets/models.ts';
import { Message } from '../../src/odoo/builtin-models.ts';
import { createOdoo, type Odoo } from '../../src/odoo/model-api.ts';
import { configured } from '../support/configured.ts';
import type { Customer } from '../support/create-customer.ts';
import { createVisitWorld, momentIn, type VisitWorld, type Worker } from '../support/invite-world.ts';
import { type Deployed, startDeployed } from '../support/start-deployed.ts';

/** What calendars answer by mail, as Gmail, Outlook and Apple's send it. */
let deployed: Deployed;
let odoo: Odoo;
let world: VisitWorld;
let tom: Worker;
let ann: Customer;
let hours = 30;

beforeAll(async () => {
  deployed = await startDeployed({ on: configured('') });
  odoo = deployed.backend.odoo;
  world = await createVisitWorld(deployed.backend);
  tom = await world.createWorker();
  await odoo.call('ir.config_parameter', 'set_param', ['supportdesk.mail_most_an_hour', '10000']);
});
afterAll(async () => {
  await odoo?.call('ir.config_parameter', 'set_param', ['supportdesk.mail_most_an_hour', '20']);
  await odoo?.call('ir.config_parameter', 'set_param', [DECLINES_PARAMETER, 'draft']);
  await deployed?.backend.close();
});
beforeEach(async () => {
  ann = await world.createCustomer();
  hours += 3;
});

const suggest = () =>
  world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: hours, status: 'draft' });
const agree = () => world.agree({ customer: ann.partnerId, technician: tom.userId, inHours: hours });

async function invitation(appointment: number): Promise<string> {
  const ask = createAsk(icsAction);
  const { text } = await ask(createOdoo(deployed.service), { appointment, method: 'REQUEST' });
  return String(text).replaceAll('\r\n ', '');
}

interface Reply {
  readonly from?: string;
  readonly attendee?: string;
  readonly answer?: string;
  readonly method?: string;
  readonly comment?: string;
  readonly shape?: 'google' | 'outlook' | 'apple' | 'bare';
  /** The invitation as it was when it was sent. */
  readonly to: string;
}

/** The calendar of an answer, as programs write it: uid and sequence are those of the invitation. */
function answerTo({
  to,
  attendee = ann.login,
  answer = 'ACCEPTED',
  method = 'REPLY',
  comment,
}: Reply): string {
  const line = (name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(to)?.[0] ?? '';
  return [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Test//EN', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT'],
    line('UID'),
    line('SEQUENCE'),
    line('DTSTART'),
    line('DTEND'),
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${answer};CN="Ann; A: B":mailto:${attendee.toUpperCase()}`,
    ...(comment === undefined ? [] : [`COMMENT:${comment}`]),
    ...[
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'UID:not-this-one',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ],
  ].join('\r\n');
}

/** A line on the ledger for the mail, whatever it was. */
async function send(reply: Reply) {
  const messageId = `<${randomUUID()}@client.example>`;
  const calendar = answerTo(reply);
  const { shape = 'google', from = ann.login, method = 'REPLY' } = reply;
  const head = [
    `From: Ann Archer <${from}>`,
    'To: support@desk.example',
    'Subject: Accepted: Repair',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
  ];
  const type = `text/calendar; charset=utf-8; method=${method}`;
  const base64 = Buffer.from(calendar)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
  const bodies = {
    google: [
      'Sender: Google Calendar <calendar-notification@google.com>',
      'Auto-Submitted: auto-generated',
      'Content-Type: multipart/mixed; boundary="m"\r\n',
      '--m\r\nContent-Type: multipart/alternative; boundary="a"\r\n',
      '--a\r\nContent-Type: text/plain; charset="UTF-8"\r\n\r\nAnn Archer has accepted this invitation.\r\n',
      '--a\r\nContent-Type: text/html; charset="UTF-8"\r\n\r\n<p>Ann Archer has accepted this invitation.</p>\r\n',
      `--a\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${calendar}\r\n--a--`,
      `--m\r\nContent-Type: application/ics; name="invite.ics"\r\nContent-Disposition: attachment; filename="invite.ics"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--m--`,
    ],
    outlook: [
      'Content-Type: multipart/alternative; boundary="a"\r\n',
      '--a\r\nContent-Type: text/plain; charset="utf-8"\r\n\r\n\r\n',
      `--a\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--a--`,
    ],
    apple: [
      'Content-Type: multipart/mixed; boundary="m"\r\n',
      '--m\r\nContent-Type: text/plain\r\n\r\nAnn Archer accepted.\r\n',
      `--m\r\nContent-Type: ${type}; name="iCal-1.ics"\r\nContent-Disposition: attachment; filename="iCal-1.ics"\r\n\r\n${calendar}\r\n--m--`,
    ],
    bare: [`Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n`, base64],
  };
  const raw = [...head, ...bodies[shape], ''].join('\r\n');
  await createTakeIn()(createOdoo(deployed.service), Buffer.from(raw));
  const [line] = await odoo.model(Intake).searchRead([['x_message_id', '=', messageId]], {
    fields: ['x_decision', 'x_reason', 'x_detail', 'x_ticket_id', 'x_post_id', 'x_has_closed_parts'],
  });
  return line;
}

const read = async (id: number) => {
  const [row] = await odoo.model(Appointment).read([id], ['x_status', 'x_customer_answer', 'x_reference']);
  return { status: row?.x_status, answer: row?.x_customer_answer };
};
const countMessages = (ticket: number) =>
  odoo.model(Message).searchCount([
    ['model', '=', Ticket.name],
    ['res_id', '=', ticket],
    ['message_type', '=', 'email'],
  ]);
const eventsOf = async (id: number) =>
  (
    await odoo
      .model(VisitMailEvent)
      .searchRead([['x_about_id', '=', id]], { fields: ['x_event'], order: 'id' })
  ).map(({ x_event }) => x_event);

test.each(['google', 'outlook', 'apple', 'bare'] as const)(
  'an acceptance as %s sends it counts, confirms what the desk suggested, and becomes no ticket',
  async (shape) => {
    const visit = await suggest();
    const tickets = await odoo.model(Ticket).searchCount([]);

    const line = await send({ to: await invitation(visit.id), shape });

    expect(line).toMatchObject({
      x_decision: 'noted',
      x_reason: 'calendar',
      x_post_id: false,
      x_has_closed_parts: false,
    });
    expect(line?.x_ticket_id).toContain(visit.ticket);
    expect(line?.x_detail).toMatch(/^APPT-\d+ ACCEPTED$/);
    expect(await read(visit.id)).toEqual({ status: 'confirmed', answer: 'accepted' });
    expect(await odoo.model(Ticket).searchCount([])).toBe(tickets);
    expect(await countMessages(visit.ticket)).toBe(0);
  },
);

test('what a customer asked for waits for the desk, whatever their calendar says', async () => {
  const [type] = await odoo.model(Appointment).read([(await agree()).id], ['x_type_id']);
  const kind = type?.x_type_id ? type.x_type_id[0] : 0;
  await odoo.call('x_support.appointment.type', 'write', [[kind], { x_needs_confirmation: true }]);
  hours += 3;
  const visit = await world.agree({
    customer: ann.partnerId,
    technician: tom.userId,
    inHours: hours,
    status: 'draft',
    values: { x_created_via: 'portal' },
  });

  await send({ to: await invitation(visit.id) });
  await odoo.call('x_support.appointment.type', 'write', [[kind], { x_needs_confirmation: false }]);

  expect(await read(visit.id)).toEqual({ status: 'draft', answer: 'accepted' });
});

test('a refusal is told to the desk: the time is kept until it has decided, or given up at once by choice', async () => {
  const kept = await agree();
  await send({ to: await invitation(kept.id), answer: 'DECLINED', comment: 'I am away\\, sorry' });
  expect(await read(kept.id)).toEqual({ status: 'draft', answer: 'declined' });
  expect(await eventsOf(kept.id)).toEqual(['visit_confirmed', 'visit_declined']);
  const notes = await odoo.model(Message).searchRead(
    [
      ['model', '=', Appointment.name],
      ['res_id', '=', kept.id],
      ['body', 'ilike', 'I am away, sorry'],
    ],
    { fields: ['author_id'] },
  );
  expect(notes.map(({ author_id }) => author_id && author_id[0])).toEqual([ann.partnerId]);

  hours += 3;
  await odoo.call('ir.config_parameter', 'set_param', [DECLINES_PARAMETER, 'cancel']);
  const given = await agree();
  await send({ to: await invitation(given.id), answer: 'DECLINED' });
  await odoo.call('ir.config_parameter', 'set_param', [DECLINES_PARAMETER, 'draft']);
  expect(await read(given.id)).toEqual({ status: 'cancelled', answer: 'declined' });
});

test('strangers, old invitations, other calendars and half answers change nothing but the ledger', async () => {
  const visit = await suggest();
  const eve = await world.createCustomer('Eve Else');
  const to = await invitation(visit.id);

  expect(await send({ to, from: eve.login, attendee: eve.login })).toMatchObject({
    x_decision: 'noted',
    x_reason: 'calendar_stranger',
    x_ticket_id: false,
  });
  expect(await send({ to, from: eve.login })).toMatchObject({ x_reason: 'calendar_stranger' });
  expect(
    await send({ to: to.replace(/^UID:(.*)\.[0-9a-f]{16}@/m, `UID:$1.${'0'.repeat(16)}@`) }),
  ).toMatchObject({
    x_reason: 'calendar_unknown',
  });
  expect(await send({ to: to.replace(/^UID:.*/m, 'UID:abc@google.com') })).toMatchObject({
    x_reason: 'calendar_unknown',
    x_ticket_id: false,
  });
  expect(await send({ to, answer: 'TENTATIVE' })).toMatchObject({ x_reason: 'calendar_other' });
  expect(await send({ to, method: 'COUNTER' })).toMatchObject({ x_reason: 'calendar_other' });
  await odoo.call(Appointment.name, 'write', [[visit.id], { x_scheduled_date: momentIn(hours + 1.5) }]);
  expect(await send({ to })).toMatchObject({ x_reason: 'calendar_old' });
  expect(await read(visit.id)).toEqual({ status: 'draft', answer: false });

  // Somebody's own invitation is a mail like any other.
  expect(await send({ to, method: 'REQUEST' })).toMatchObject({ x_decision: 'opened' });
});

test('an answer by the link of Odoo’s own calendar counts the same', async () => {
  const visit = await suggest();
  const attendees = await odoo.call('calendar.attendee', 'search', [
    [
      ['event_id.x_appointment_id', '=', visit.id],
      ['partner_id', '=', ann.partnerId],
    ],
  ]);

  if (deployed.backend.kind === 'live') {
    // As the link of an invitation of Odoo's does it, for whoever has it.
    const [attendee] = (await odoo.call('calendar.attendee', 'read', [
      attendees,
      ['access_token', 'event_id'],
    ])) as {
      access_token: string;
      event_id: [number, string];
    }[];
    const path = `/calendar/meeting/accept?token=${attendee?.access_token}&id=${attendee?.event_id[0]}`;
    const answer = await fetch(new URL(path, deployed.backend.settings.ODOO_URL));
    expect(answer.status).toBe(200);
  } else await odoo.call('calendar.attendee', 'write', [attendees, { state: 'accepted' }]);

  expect(await read(visit.id)).toEqual({ status: 'confirmed', answer: 'accepted' });
});
