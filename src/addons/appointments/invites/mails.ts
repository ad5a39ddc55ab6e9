import {
  defineMailTemplate,
  defineRecord,
  defineServerAction,
  extendModel,
  type MailTemplateDeclaration,
  readCode,
} from '../../../schema/index.ts';
import type { Role } from '../../mail/matrix.ts';
import { MailEvent, MailRule } from '../../mail/models.ts';
import { EXTRA_ROLE } from '../../mail/offer.ts';
import { Appointment } from '../models.ts';
import { LINK_PYTHON } from '../scripts.ts';
import { VISIT_EVENT_PYTHON } from './ics.ts';

/** What mails tell of appointments; beside the matrix of tickets, in the same table. */
export const VISIT_EVENTS = {
  visit_requested: 'Appointment asked for',
  visit_choose: 'Time to be chosen',
  visit_confirmed: 'Appointment confirmed',
  visit_moved: 'Appointment moved',
  visit_cancelled: 'Appointment cancelled',
  visit_reminder: 'Reminded of an appointment',
  visit_declined: 'Appointment declined',
} as const;
export type VisitMail = keyof typeof VISIT_EVENTS;

const selections = { x_event: { add: VISIT_EVENTS } } as const;
export const VisitMailRule = extendModel(MailRule, { fields: {}, selections });
export const VisitMailEvent = extendModel(MailEvent, { fields: {}, selections });

const EXTRA_ACTION = 'action_visit_mail_extra';

const ALL = ['customer', 'copied', 'assignee', 'team', 'leader'] as const;

/** Whom each can be told, and who is told where the organisation does not say; the assignee is the technician. */
const TELLS: Readonly<Record<VisitMail, { readonly may: readonly Role[]; readonly tells: readonly Role[] }>> =
  {
    visit_requested: { may: ALL, tells: ['customer', 'assignee', 'team'] },
    visit_choose: { may: ['customer'], tells: ['customer'] },
    visit_confirmed: { may: ALL, tells: ['customer', 'assignee'] },
    visit_moved: { may: ALL, tells: ['customer', 'assignee'] },
    visit_cancelled: { may: ALL, tells: ['customer', 'assignee'] },
    visit_reminder: { may: ['customer', 'copied', 'assignee'], tells: ['customer', 'assignee'] },
    visit_declined: { may: ['assignee', 'team', 'leader'], tells: ['assignee', 'team'] },
  };

const DAY = "format_date(object.x_scheduled_date, 'full')";
const clock = (moment: string) => `format_time(object.${moment}, tz=ctx.get('tz'), time_format='short')`;
/** UTC is of no place. */
const ZONE =
  "format_datetime(object.x_scheduled_date, tz=ctx.get('tz'), dt_format='vvvv (VVV)' if '/' in (ctx.get('tz') or '') else 'zzzz')";
/** Its day, both hours, and whose clock it is. */
const WHEN = `${DAY} + ', ' + ${clock('x_scheduled_date')} + '–' + ${clock('x_end_datetime')}`;
const PLACE = "ctx.get('supportdesk_place') or object.x_online_url or object.x_location";

const GREETING = '<p>Hello <t t-out="object.x_customer_id.name or \'\'"/>,</p>';
const NOTE = "<div><t t-out=\"ctx.get('supportdesk_note') or ''\"/></div>";
const DETAILS = [
  `<p t-if="object.x_scheduled_date">When: <strong t-out="${WHEN}"/><br/><t t-out="${ZONE}"/></p>`,
  `<p t-if="${PLACE}">Where: <t t-out="${PLACE}"/></p>`,
  '<p t-if="object.x_technician_id">With: <t t-out="object.x_technician_id.name"/></p>',
  '<p t-if="object.x_type_id">What: <t t-out="object.x_type_id.x_name"/></p>',
];
const CUSTOMER = '<p>Customer: <strong t-out="object.x_customer_id.display_name or \'?\'"/></p>';
const OPEN =
  '<p><a t-att-href="object.get_base_url() + \'/odoo/x_support.appointment/\' + str(object.id)">Open the appointment</a></p>';
const CALENDAR =
  '<p>It is attached for your calendar, where you can accept or decline it. If it does not suit you, change it with the button below.</p>';
const IS_ASKED = "object.x_created_via in ('portal', 'mail', 'api')";
const subjectOf = (words: string) => `${words}: {{ ${DAY} }}, {{ ${clock('x_scheduled_date')} }}`;

interface Words {
  readonly name: string;
  readonly subject: string;
  readonly body: readonly string[];
}

const outside: Readonly<Partial<Record<VisitMail, Words>>> = {
  visit_requested: {
    name: 'Support: an appointment is asked for',
    subject: subjectOf('Your appointment'),
    body: [
      GREETING,
      `<p t-if="${IS_ASKED}">Thank you for your request. We keep this time free for you and will confirm it as soon as we can.</p>`,
      `<p t-if="not ${IS_ASKED}">We suggest this time for your appointment. Please tell us whether it suits you: in your calendar or with the button below.</p>`,
      ...DETAILS,
      NOTE,
    ],
  },
  visit_choose: {
    name: 'Support: choose a time for your appointment',
    subject: 'Choose a time for your appointment',
    body: [
      GREETING,
      '<p>Thank you for your message. Choose a time that suits you: the page behind the button shows when we can come, and you need no login for it.</p>',
      NOTE,
    ],
  },
  visit_confirmed: {
    name: 'Support: your appointment is confirmed',
    subject: subjectOf('Appointment confirmed'),
    body: [GREETING, '<p>Your appointment is confirmed.</p>', ...DETAILS, NOTE, CALENDAR],
  },
  visit_moved: {
    name: 'Support: your appointment has been moved',
    subject: subjectOf('Appointment moved'),
    body: [
      GREETING,
      '<p>Your appointment has been moved. This is what holds now:</p>',
      ...DETAILS,
      NOTE,
      CALENDAR,
    ],
  },
  visit_cancelled: {
    name: 'Support: your appointment is cancelled',
    subject: subjectOf('Appointment cancelled'),
    body: [
      GREETING,
      '<p>This appointment has been cancelled:</p>',
      ...DETAILS,
      NOTE,
      '<p>If you need another time, simply reply to this email.</p>',
    ],
  },
  visit_reminder: {
    name: 'Support: a reminder of your appointment',
    subject: subjectOf('Reminder of your appointment'),
    body: [GREETING, '<p>We are looking forward to seeing you soon:</p>', ...DETAILS, NOTE],
  },
};

const desk: Readonly<Partial<Record<VisitMail, Words>>> = {
  visit_requested: {
    name: 'Support desk: an appointment is asked for',
    subject: subjectOf('Appointment asked for'),
    body: ['<p>This appointment waits for its confirmation.</p>', CUSTOMER, ...DETAILS, NOTE, OPEN],
  },
  visit_confirmed: {
    name: 'Support desk: an appointment is confirmed',
    subject: subjectOf('Appointment confirmed'),
    body: ['<p>This appointment is confirmed.</p>', CUSTOMER, ...DETAILS, NOTE, OPEN],
  },
  visit_moved: {
    name: 'Support desk: an appointment was moved',
    subject: subjectOf('Appointment moved'),
    body: ['<p>This appointment was moved. This is what holds now:</p>', CUSTOMER, ...DETAILS, NOTE, OPEN],
  },
  visit_cancelled: {
    name: 'Support desk: an appointment is cancelled',
    subject: subjectOf('Appointment cancelled'),
    body: ['<p>This appointment has been cancelled:</p>', CUSTOMER, ...DETAILS, NOTE, OPEN],
  },
  visit_reminder: {
    name: 'Support desk: a reminder of an appointment',
    subject: subjectOf('Reminder of an appointment'),
    body: ['<p>This appointment is coming up.</p>', CUSTOMER, ...DETAILS, NOTE, OPEN],
  },
  visit_declined: {
    name: 'Support desk: the customer declined',
    subject: subjectOf('Appointment declined'),
    body: [
      '<p>The customer has declined this appointment in their calendar.</p>',
      CUSTOMER,
      ...DETAILS,
      NOTE,
      OPEN,
    ],
  },
};

const outsideId = (event: string) => `mail_template_${event}`;
const deskId = (event: string) => `mail_template_desk_${event}`;

/** The words, handed out once like those of all other events. */
export const visitTemplates: readonly MailTemplateDeclaration[] = [
  ...defineAll(outside, outsideId),
  ...defineAll(desk, deskId),
];

function defineAll(words: Readonly<Partial<Record<string, Words>>>, idOf: (event: string) => string) {
  return Object.entries(words).flatMap(([event, said]) =>
    said === undefined
      ? []
      : defineMailTemplate({
          id: idOf(event),
          label: said.name,
          model: Appointment.name,
          subject: said.subject,
          body: `<div>\n  ${said.body.join('\n  ')}\n</div>`,
          toPartners: '{{ object.x_customer_id.id }}',
          language: '{{ object.x_customer_id.lang }}',
        }),
  );
}

/** A line each in the table of mails, which is the organisation's from then on. */
export const visitMailRules = Object.entries(TELLS).map(([event, { may, tells }], index) =>
  defineRecord(MailRule.name, {
    id: `mail_rule__${event}`,
    values: {
      x_sequence: 40 + index,
      x_event: event,
      x_may: may.join(' '),
      ...Object.fromEntries(ALL.map((role) => [`x_${role}`, tells.includes(role)])),
      x_template_id: Object.hasOwn(outside, event) ? { ref: outsideId(event) } : undefined,
      x_desk_template_id: Object.hasOwn(desk, event) ? { ref: deskId(event) } : undefined,
      x_extra_id: { ref: EXTRA_ACTION },
    },
  }),
);

/** What goes with the words: the appointment for a calendar, its address, and for its customer alone a link. */
export const mailExtraAction = defineServerAction({
  id: EXTRA_ACTION,
  label: 'Support appointments: what mails bring along',
  model: MailEvent.name,
  groups: ['group_administrator'],
  code: readCode(import.meta.url, 'mail-extra', {
    visit_event: VISIT_EVENT_PYTHON,
    link: LINK_PYTHON,
    role: EXTRA_ROLE,
  }),
});
