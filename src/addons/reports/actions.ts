import { z } from 'zod';
import { defineAskedAction } from '../../actions/asked-action.ts';
import { readCode, toExternalId } from '../../schema/index.ts';
import { FIND_ADDRESS_PYTHON } from '../mail/find-address.ts';
import { PORTAL_PARAMETER } from '../mail/layout.ts';
import { WHY_BLOCKED_PYTHON } from '../mail/suppression.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { REPORT_TEMPLATE } from './mail-template.ts';
import { ReportContact } from './models.ts';

/** `sign_report(partner)`: what proves the link that ends a contact's reports. */
export const SIGN_REPORT_PYTHON = readCode(import.meta.url, 'sign');
const sign = SIGN_REPORT_PYTHON;
const model = ReportContact.name;

/** `{partner, wanted}`, for a customer who was proved to be this contact. */
export const wishAction = defineAskedAction({
  id: 'action_report_wish',
  label: 'Support reports: a customer wants the report by mail, or no longer',
  model,
  asked: 'supportdesk_report_wish',
  code: (asked) => readCode(import.meta.url, 'wish', { asked }),
  answer: z.object({ wanted: z.boolean() }),
});

/** `{partner, mac, leave}`: whom the link of a mail is for, and, where they say so, that they want no more of them. */
export const leaveAction = defineAskedAction({
  id: 'action_report_leave',
  label: 'Support reports: the link that ends them',
  model,
  asked: 'supportdesk_report_leave',
  code: (asked) => readCode(import.meta.url, 'leave', { asked, sign }),
  answer: z.object({ is_ours: z.boolean(), wanted: z.boolean(), email: z.string() }),
});

/**
 * `{after, limit}`: contacts by id who want the report of the month that ended last where they are, and have not got it. A
 * call is one transaction: who gets a mail is noted with it, so that nobody gets two, whoever is killed or comes twice.
 */
export const writeAction = defineAskedAction({
  id: 'action_report_write',
  label: 'Support reports: write the mails of a month',
  model,
  asked: 'supportdesk_reports',
  says: ['reports.minutes', 'reports.hours', 'reports.share', 'reports.stars', 'reports.nothing'],
  code: (asked) =>
    readCode(import.meta.url, 'write-reports', {
      asked,
      sign,
      why_blocked: WHY_BLOCKED_PYTHON,
      find_address: FIND_ADDRESS_PYTHON,
      template: toExternalId(REPORT_TEMPLATE),
      portal: PORTAL_PARAMETER,
      done: DONE_STATE,
    }),
  answer: z.object({ written: z.int(), looked: z.int(), last: z.int() }),
});
