import { defineAutomation, defineServerAction, readCode, toExternalId } from '../../../schema/index.ts';
import { TAKER_ACTION, TAKES } from '../../tickets/mail-taker.ts';
import { Ticket } from '../../tickets/models.ts';
import { ACTOR } from '../../tickets/post-message.ts';
import { changeAction } from '../actions.ts';
import { TELL_PYTHON } from '../scripts.ts';
import { UID_PYTHON } from './ics.ts';

/** What becomes of an appointment that its customer declines in a calendar: `draft` or `cancel`. */
export const DECLINES_PARAMETER = 'supportdesk.visit_declined';

const answer = readCode(import.meta.url, 'answer', {
  tell: TELL_PYTHON,
  actor: ACTOR,
  declines: DECLINES_PARAMETER,
  change: toExternalId(changeAction.declaration.id),
  asked: changeAction.asked,
});

/** Answers that calendars send by mail; whoever takes mails in asks it. */
export const takerAction = defineServerAction({
  id: TAKER_ACTION,
  label: 'Support appointments: take the answer of a calendar',
  model: Ticket.name,
  groups: ['group_administrator'],
  code: readCode(import.meta.url, 'take-answer', {
    itip: readCode(import.meta.url, 'itip'),
    answer,
    uid: UID_PYTHON,
    takes: TAKES,
  }),
});

export const attendeeAutomation = defineAutomation({
  id: 'automation_visit_attendee',
  label: 'Support appointments: a customer answered in Odoo’s calendar',
  model: 'calendar.attendee',
  trigger: 'on_write',
  fields: ['state'],
  filter: "[('state', 'in', ['accepted', 'declined']), ('event_id.x_appointment_id', '!=', False)]",
  code: readCode(import.meta.url, 'attendee-answered', { answer }),
});
