import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { defineServerAction, readCode, toExternalId } from '../../schema/index.ts';
import { OPERATION } from '../tickets/goes-with-ticket.ts';
import { FIRST_STATE } from '../tickets/life.ts';
import { ACTOR } from '../tickets/post-message.ts';
import { Appointment } from './models.ts';
import {
  CHOOSE_PYTHON,
  CLAIM_MODULE,
  CLAIMS_PYTHON,
  EVENT_PYTHON,
  REFUSALS,
  RULES_PYTHON,
  SIGN_PYTHON,
  SLOTS_PYTHON,
  TELL_PYTHON,
  TICKET_PYTHON,
  WORLD_PYTHON,
} from './scripts.ts';

const model = Appointment.name;
const asking = { world: WORLD_PYTHON, rules: RULES_PYTHON, choose: CHOOSE_PYTHON };
const technician = z.object({ id: z.int(), name: z.string() });

/**
 * When somebody can come: `{type, technician: id or 0 for anyone, customer: contact or 0, appointment: that is moved, or
 * 0, from: 'YYYY-MM-DD HH:MM:SS' in UTC or false for now, days, limit}`. Times in seconds since 1970, in their order.
 */
export const freeSlotsAction = defineAskedAction({
  id: 'action_free_slots',
  label: 'Support appointments: when somebody can come',
  model,
  asked: 'supportdesk_free_slots',
  says: REFUSALS,
  code: (asked) => readCode(import.meta.url, 'offer-slots', { ...asking, slots: SLOTS_PYTHON, asked }),
  answer: z.object({
    zone: z.string().or(z.literal(false)),
    /** Days ahead that its type can be booked; 0 for as many as one likes. */
    ahead: z.int(),
    slots: z.array(
      z.object({
        begin: z.int(),
        end: z.int(),
        technicians: z.array(technician),
        why: z.enum(['near', 'even', 'only']),
      }),
    ),
    types: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        description: z.string(),
        duration: z.number(),
        place: z.enum(['site', 'online', 'workshop']),
        needs_confirmation: z.boolean(),
        cancel_hours: z.number(),
      }),
    ),
  }),
});

/** What became of an ask for a visit, or for a change of one. */
export const Booked = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('booked'),
    id: z.int(),
    reference: z.string(),
    status: z.string(),
    technician: z.int().or(z.literal(false)),
  }),
  z.object({
    result: z.literal('refused'),
    /** The key of a service text that names the rule. */
    why: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** The same in the customer's words. */
    said: z.string(),
  }),
]);
export type Booked = z.infer<typeof Booked>;

/**
 * `{key, type, begin: second, technicians: ids of whom the first that is free gets it, or [] for anyone, customer, ticket
 * or 0, description: HTML or '', place or false, location, via}`. The same key books once.
 */
export const bookAction = defineAskedAction({
  id: 'action_book_visit',
  label: 'Support appointments: book one',
  model,
  asked: 'supportdesk_booking',
  says: REFUSALS,
  code: (asked) =>
    readCode(import.meta.url, 'book', {
      ...asking,
      claims: CLAIMS_PYTHON,
      slots: CLAIM_MODULE,
      asked,
      actor: ACTOR,
    }),
  answer: Booked,
});

/**
 * `{appointment, do: 'confirm' | 'accept' | 'decline' | 'move' | 'cancel', begin, technicians, reason, note, by: contact,
 * key, as_customer}`. The same key changes it once. Customers change nothing in the last hours before it.
 */
export const changeAction = defineAskedAction({
  id: 'action_change_visit',
  label: 'Support appointments: confirm, move or cancel one',
  model,
  asked: 'supportdesk_change',
  says: REFUSALS,
  code: (asked) => readCode(import.meta.url, 'change', { ...asking, asked, actor: ACTOR }),
  answer: Booked,
});

/** What stands behind a link of a mail: `{appointment, expires: second, mac}`. */
export const lookAction = defineAskedAction({
  id: 'action_look_at_visit',
  label: 'Support appointments: whether a link of a mail still opens its appointment',
  model,
  asked: 'supportdesk_visit_link',
  code: (asked) => readCode(import.meta.url, 'look', { sign: SIGN_PYTHON, asked }),
  answer: z.discriminatedUnion('is_ours', [
    z.object({ is_ours: z.literal(false) }),
    z.object({
      is_ours: z.literal(true),
      reference: z.string(),
      status: z.string(),
      type: z.object({ id: z.int(), name: z.string(), needs_confirmation: z.boolean() }),
      begin: z.int(),
      end: z.int(),
      technician: z.string(),
      place: z.enum(['site', 'online', 'workshop']),
      location: z.string(),
      online_url: z.string(),
      answer: z.string(),
      via: z.string(),
      /** HTML, as is the report. */
      description: z.string(),
      report: z.string(),
      can_change: z.boolean(),
      /** Until when; second. */
      change_until: z.int(),
      cancel_hours: z.number(),
      cancel_reason: z.string(),
      cancel_note: z.string(),
      revision: z.int(),
      ticket: z.object({ id: z.int(), reference: z.string() }),
      desk: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
      customer: z.object({
        partner: z.int(),
        email: z.string(),
        /** Theirs, or else the company's. */
        tz: z.string().or(z.literal(false)),
        lang: z.string().or(z.literal(false)),
      }),
    }),
  ]),
});

/** All that follows when an appointment is made or changed, by whichever door. */
export const keepAction = defineServerAction({
  id: 'action_keep_appointment',
  label: 'Support appointments: keep the rules, the time, the ticket and the calendar',
  model,
  says: [...REFUSALS, 'appointments.refused.reason', 'appointments.visit'],
  code: readCode(import.meta.url, 'keep', {
    world: WORLD_PYTHON,
    rules: RULES_PYTHON,
    claims: CLAIMS_PYTHON,
    ticket: TICKET_PYTHON,
    event: EVENT_PYTHON,
    tell: TELL_PYTHON,
    service: toExternalId('group_service'),
    operation: OPERATION,
    first: FIRST_STATE,
  }),
});

export const serverActions = [
  keepAction,
  freeSlotsAction.declaration,
  bookAction.declaration,
  changeAction.declaration,
  lookAction.declaration,
];
