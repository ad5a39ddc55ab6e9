import { z } from 'zod';
import { defineAskedAction } from '../../../actions/asked-action.ts';
import { readCode } from '../../../schema/index.ts';
import { FIND_ADDRESS_PYTHON } from '../../mail/find-address.ts';
import { PORTAL_PARAMETER } from '../../mail/layout.ts';
import { Appointment } from '../models.ts';
import { PLACE_PYTHON } from '../scripts.ts';

/** `ics_calendar(method, events, zone, name)`: the text of a calendar, `method` being `REQUEST`, `CANCEL` or `PUBLISH`. */
export const ICS_PYTHON = readCode(import.meta.url, 'ics');

/** `visit_uid(appointment, uuid of the database)`: what calendars know an appointment by. */
export const UID_PYTHON = readCode(import.meta.url, 'uid');

/**
 * Calendars as Odoo writes them, for mails, pages and feeds alike. Python for the beginning of an action's code, `ics_calendar` and:
 * - `visit_event(appointment, for_desk, visit_world())`: an appointment as one of those events, in the language of the context.
 * - `visit_zone(partner)`: where somebody is, or else the company.
 */
export const VISIT_EVENT_PYTHON = readCode(import.meta.url, 'visit-event', {
  ics: ICS_PYTHON,
  uid: UID_PYTHON,
  find_address: FIND_ADDRESS_PYTHON,
  place: PLACE_PYTHON,
  portal: PORTAL_PARAMETER,
});

/** How far back a feed goes, in days, and how many appointments it holds at most. */
const FEED = { days: '90', most: '2000' };

/**
 * One appointment as a file: `{appointment, method, for_desk?}`, the method being `PUBLISH` for somebody who saves it. False where
 * there is none, or no time yet.
 */
export const icsAction = defineAskedAction({
  id: 'action_visit_ics',
  label: 'Support appointments: an appointment as a file for calendars',
  model: Appointment.name,
  asked: 'supportdesk_ics',
  code: (asked) => readCode(import.meta.url, 'ics-file', { asked, visit_event: VISIT_EVENT_PYTHON }),
  answer: z.object({ text: z.string().or(z.literal(false)) }),
});

/** What a secret address shows: `{secret, known}`; the text is empty where its etag is the one that is known already. */
export const feedAction = defineAskedAction({
  id: 'action_visit_feed',
  label: 'Support appointments: a calendar that somebody subscribed to',
  model: Appointment.name,
  asked: 'supportdesk_feed',
  code: (asked) => readCode(import.meta.url, 'feed', { asked, visit_event: VISIT_EVENT_PYTHON, ...FEED }),
  answer: z.object({ text: z.string().or(z.literal(false)), etag: z.string() }),
});
