import { Partner } from '../../odoo/builtin-models.ts';
import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

/** What became of a mail; in the order in which the ledger's filters stand. */
export const DECISIONS = {
  opened: 'New Ticket',
  added: 'Answer',
  waits: 'Waits for You',
  noted: 'Noted',
  filed: 'Filed',
  held: 'Held Back',
  refused: 'Refused',
  unread: 'Not Readable',
  bounced: 'Not Delivered',
} as const;

/** Why. Selections, so that everybody reads them in their own language. */
export const REASONS = {
  known: 'The sender is a known contact',
  company: 'The sender’s domain is a known company’s; the contact is new and unverified',
  unknown: 'Nobody knew the sender; the contact is new',
  address: 'Nobody knew the sender; no contact was made',
  customer: 'The sender is the ticket’s customer',
  follower: 'The sender is in copy of the ticket',
  colleague: 'The sender is a colleague of the customer',
  staff: 'The sender works here',
  staff_claim: 'The sender’s address is one of the help desk’s own, which anybody could write',
  stranger: 'The sender takes no part in the ticket',
  machine_reply: 'A machine answered, such as an absence note',
  machine: 'A machine wrote it; the ticket gets no acknowledgement',
  loop: 'Too many mails of this sender within an hour',
  closed_door: 'Nobody knew the sender, and the help desk takes mails of known people only',
  no_sender: 'The mail names no sender',
  not_read: 'Odoo could not read the mail',
  calendar: 'A calendar answered an invitation',
  calendar_other: 'A calendar wrote about an invitation and neither accepted nor declined it',
  calendar_old: 'A calendar answered an invitation that holds no longer',
  calendar_stranger: 'A calendar answered an invitation of somebody else',
  calendar_unknown: 'A calendar answered an invitation that is not the help desk’s',
  by_hand: 'Let through by hand',
  bounce_lasting: 'The address takes no mail; nothing automatic goes there any more',
  bounce_passing: 'The report names no lasting fault; the address stays',
  bounce_unknown: 'The report names none of the help desk’s mails; the address stays',
} as const;

/** How the ticket was found. */
export const FOUND_BY = {
  address: 'Reply Address',
  references: 'Mail It Answers',
  subject: 'Reference in the Subject',
  route: 'Address of the Ticket',
} as const;

const ITS_MESSAGE =
  "record.env['mail.message'].sudo().search([('model', '=', 'x_support.intake'), ('res_id', '=', record.id), ('message_type', '=', 'email')], order='id', limit=1)";

/**
 * The intake ledger: a line for each mail that came in, which is also the door it came in by. Addresses lead here and not to
 * tickets, so that a mail is judged before it makes a ticket, joins one, or is sent on to anybody. Its files hang here too: the
 * original among them is for staff alone.
 */
export const Intake = defineModel('x_support.intake', {
  label: 'Incoming Mail',
  mail: { thread: true, activity: true },
  order: 'id desc',
  fields: {
    x_name: field.char('Subject'),
    x_decision: field.selection('Decision', DECISIONS, { readonly: true, index: true, copied: false }),
    x_reason: field.selection('Reason', REASONS, { readonly: true, copied: false }),
    x_found_by: field.selection('Found by', FOUND_BY, { readonly: true, copied: false }),
    x_detail: field.char('Detail', { readonly: true, copied: false }),
    x_email: field.char('Address', { readonly: true, index: true }),
    x_sender: field.char('From', { readonly: true }),
    x_message_id: field.char('Message-ID', { readonly: true, index: true, copied: false }),
    x_is_automatic: field.boolean('Written by a Machine', { readonly: true, copied: false }),
    x_partner_id: field.many2one('Contact', 'res.partner', { readonly: true }),
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', { readonly: true, index: true, copied: false }),
    x_post_id: field.many2one('Message', 'mail.message', { readonly: true, copied: false }),
    x_original_id: field.many2one('Original', 'ir.attachment', { readonly: true, copied: false }),
    x_words: field.computed('html', 'Mail', {
      depends: [],
      compute: `record.sudo().x_post_id.body or ${ITS_MESSAGE}.body`,
    }),
    x_mail_file_ids: field.computed('many2many', 'Files', {
      relation: 'ir.attachment',
      depends: [],
      compute: `record.sudo().x_original_id | record.sudo().x_post_id.attachment_ids | ${ITS_MESSAGE}.attachment_ids`,
    }),
    x_has_closed_parts: field.boolean('Has Parts to Open', {
      copied: false,
      help: 'Outlook’s winmail.dat, or what an encrypted signature wraps: the service opens it.',
    }),
    x_tries: field.integer('Tries', { readonly: true, copied: false }),
    x_move_to_id: field.many2one('Belongs to', 'x_support.ticket', { copied: false }),
    x_moved_from_id: field.many2one('Moved from', 'x_support.ticket', { readonly: true, copied: false }),
    x_team_id: field.many2one('Team', 'x_support.team'),
    x_priority: field.selection('Priority', { '0': 'Low', '1': 'Normal', '2': 'High', '3': 'Urgent' }),
  },
});

export const IntakeTicket = extendModel(Ticket, {
  fields: {
    x_email: field.char('Sender’s Address', {
      copied: false,
      index: true,
      help: 'Where a ticket came by mail from somebody who is no contact.',
    }),
    x_waiting_mail_count: field.computed('integer', 'Mails to Let Through', {
      depends: [],
      compute:
        "record.env['x_support.intake'].sudo().search_count([('x_ticket_id', '=', record.id), ('x_decision', '=', 'waits')])",
    }),
  },
});

export const IntakeContact = extendModel(Partner, {
  fields: {
    x_is_unverified: field.boolean('Unverified', {
      copied: false,
      help: 'Made because of a mail from the company’s domain. Takes part only in own tickets until somebody has looked.',
    }),
  },
});
