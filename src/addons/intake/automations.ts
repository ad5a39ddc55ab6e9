import { defineAutomation, readCode } from '../../schema/index.ts';
import { IMPORTED } from '../../sync/import-records.ts';
import { ANEW, BOUNCED, OPENS, ORIGINAL, POSTS, RAW, UNREAD } from './context-names.ts';

export const automations = [
  // Before Odoo tells anybody of it. Rules on messages cost each message of the whole Odoo about two milliseconds.
  defineAutomation({
    id: 'automation_mail_came_in',
    label: 'Support mail: a mail came in and is judged',
    model: 'mail.message',
    trigger: 'on_create',
    // Odoo's gateway writes as its system user; an import, which brings mails by the thousand, does not.
    filter:
      "[('message_type', '=', 'email'), ('create_uid', '=', 1), ('model', 'in', ['x_support.intake', 'x_support.ticket'])]",
    code: readCode(import.meta.url, 'take-in', {
      opens: OPENS,
      posts: POSTS,
      imported: IMPORTED,
      original: ORIGINAL,
      anew: ANEW,
    }),
  }),
  defineAutomation({
    id: 'automation_mail_fetched',
    label: 'Support mail: what Odoo fetched and could not read',
    model: 'fetchmail.server',
    trigger: 'on_write',
    fields: ['date'],
    code: readCode(import.meta.url, 'look-again', { taken: RAW, asked: UNREAD }),
  }),
  defineAutomation({
    id: 'automation_mail_bounced',
    label: 'Support mail: a mail to a contact did not arrive',
    model: 'res.partner',
    trigger: 'on_write',
    fields: ['message_bounce'],
    filter: "[('message_bounce', '>', 0)]",
    code: readCode(import.meta.url, 'note-bounce', { bounced: BOUNCED }),
  }),
];
