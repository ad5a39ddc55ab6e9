import { Partner } from '../../odoo/builtin-models.ts';
import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { DONE_STATE, FIRST_STATE, LIFE, type TicketState } from './life.ts';
import { DEFAULT_PRIORITY, PRIORITIES, type Priority } from './priorities.ts';
import { SPOKEN_MESSAGES_PYTHON } from './public-messages.ts';
import { STARS } from './stars.ts';

export const Ticket = defineModel('x_support.ticket', {
  label: 'Support Ticket',
  mail: { thread: true, activity: true },
  order: 'x_opened_at desc, id desc',
  fields: {
    x_name: field.char('Subject', { required: true, tracking: true }),
    x_ticket_ref: field.char('Reference', { readonly: true, copied: false, index: true }),
    x_description: field.html('Description'),
    x_file_ids: field.many2many('Files', 'ir.attachment', {
      table: 'x_support_ticket_file_rel',
      copied: false,
      help: 'What came with the description; the customer sees these files under it.',
    }),
    x_partner_id: field.many2one('Customer', 'res.partner', { index: true, tracking: true }),
    x_user_id: field.many2one('Assigned to', 'res.users', { index: true, tracking: true }),
    x_state: field.selection(
      'Status',
      {
        new: LIFE.new.name,
        in_progress: LIFE.in_progress.name,
        waiting: LIFE.waiting.name,
        done: LIFE.done.name,
      } satisfies Record<TicketState, string>,
      { required: true, tracking: true, index: true, copied: false, default: FIRST_STATE, expand: true },
    ),
    x_priority: field.selection(
      'Priority',
      {
        '0': PRIORITIES[0].name,
        '1': PRIORITIES[1].name,
        '2': PRIORITIES[2].name,
        '3': PRIORITIES[3].name,
      } satisfies Record<Priority, string>,
      { required: true, tracking: true, default: DEFAULT_PRIORITY },
    ),
    x_sla_deadline: field.datetime('Deadline', { tracking: true, copied: false, index: true }),
    x_is_overdue: field.computed('boolean', 'Overdue', {
      depends: ['x_state', 'x_sla_deadline'],
      compute: `record.x_state != '${DONE_STATE}' and record.x_sla_deadline and record.x_sla_deadline < datetime.datetime.now()`,
      help: 'The deadline has passed and the ticket is not done.',
    }),
    x_linked_ids: field.many2many('Related Tickets', 'x_support.ticket', {
      table: 'x_support_ticket_link_rel',
      copied: false,
    }),
    x_merged_into_id: field.many2one('Merged into', 'x_support.ticket', { copied: false, index: true }),
    // What came after it was closed for good.
    x_follows_id: field.many2one('Follows', 'x_support.ticket', {
      readonly: true,
      copied: false,
      index: true,
      help: 'The closed ticket that the customer answered too late to reopen it.',
    }),
    x_follow_up_ids: field.one2many('Goes On As', 'x_support.ticket', 'x_follows_id'),
    // Another addon may set a limit.
    x_reopen_until: field.computed('datetime', 'Can Be Reopened Until', {
      depends: ['x_state'],
      compute: 'False',
      help: 'An answer after that opens a new ticket, which follows this one; for ever where nothing is said.',
    }),
    x_is_automatic: field.boolean('Opened by a Machine', {
      readonly: true,
      copied: false,
      help: 'Nobody waits for an acknowledgement of it.',
    }),
    x_active: field.boolean('Active', { default: true, copied: false }),
    x_opened_at: field.datetime('Opened', { readonly: true, copied: false, index: true }),
    x_started_at: field.datetime('Work Started', { readonly: true, copied: false }),
    x_waiting_at: field.datetime('Waiting Since', { readonly: true, copied: false }),
    x_closed_at: field.datetime('Closed', { readonly: true, copied: false }),
    x_life: field.text('Changes of Status', {
      readonly: true,
      copied: false,
      help: 'When the status changed, a line each, in UTC.',
    }),
    // Odoo keeps these itself, however a message comes: by the portal, by mail, by the import.
    x_last_message_id: field.computed('many2one', 'Last Message', {
      relation: 'mail.message',
      store: true,
      index: true,
      depends: [
        'message_ids.date',
        'message_ids.message_type',
        'message_ids.is_internal',
        'message_ids.subtype_id',
      ],
      script: readCode(import.meta.url, 'find-last-message', { spoken: SPOKEN_MESSAGES_PYTHON }),
      help: 'The latest message; internal notes do not count.',
    }),
    x_last_author_id: field.related('many2one', 'Last Message By', 'x_last_message_id.author_id', {
      relation: 'res.partner',
      store: true,
    }),
    // A customer's display name begins with the company's, of which there are many alike.
    x_last_author_name: field.related('char', 'Last Word', 'x_last_author_id.name', {}),
    x_is_answered: field.computed('boolean', 'Answered', {
      store: true,
      depends: ['x_last_author_id', 'x_partner_id'],
      compute: `bool(record.x_last_author_id and record.x_last_author_id != record.x_partner_id and (not record.x_last_author_id.partner_share or record.x_last_author_id.commercial_partner_id != record.x_partner_id.commercial_partner_id))`,
      help: 'Someone other than the customer had the last word.',
    }),
    x_updated_at: field.computed('datetime', 'Last Update', {
      store: true,
      index: true,
      depends: ['x_opened_at', 'x_closed_at', 'x_last_message_id.date'],
      compute:
        'max([moment for moment in (record.x_opened_at or record.create_date, record.x_closed_at, record.x_last_message_id.date) if moment] or [False])',
      help: 'When the ticket was last opened, closed or written in; internal notes and changes do not count.',
    }),
    x_other_open_count: field.computed('integer', 'Other Open Tickets', {
      depends: ['x_partner_id', 'x_state'],
      script: readCode(import.meta.url, 'count-open-of-customer', { done: DONE_STATE }),
      help: 'Open tickets of the same company, this one aside.',
    }),
    x_rating: field.selection(
      'Rating',
      {
        '0': 'Not Rated',
        '1': STARS[1].name,
        '2': STARS[2].name,
        '3': STARS[3].name,
        '4': STARS[4].name,
        '5': STARS[5].name,
      },
      { tracking: true, copied: false, index: true },
    ),
  },
});

/** What a customer sees of their company is for the help desk to say. */
export const Customer = extendModel(Partner, {
  fields: {
    // Whoever may read no tickets may still read contacts: they are told none, and refused nothing.
    x_ticket_count: field.computed('integer', 'Tickets', {
      depends: [],
      compute: `record.env['x_support.ticket'].has_access('read') and record.env['x_support.ticket'].search_count([('x_partner_id', 'child_of', record.ids)])`,
    }),
    x_own_tickets_only: field.boolean('Sees Own Tickets Only', {
      help: 'On the portal, this person sees only tickets in their own name, not those of colleagues.',
    }),
  },
});
