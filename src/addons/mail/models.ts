import { Partner } from '../../odoo/builtin-models.ts';
import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Team } from '../teams/models.ts';
import { Ticket } from '../tickets/models.ts';
import { EVENT_LABELS } from './matrix.ts';

const MESSAGE = 'mail.message';
const TEMPLATES = "[('model', '=like', 'x_support.%')]";

/** What a ticket's mails need of it. */
export const MailTicket = extendModel(Ticket, {
  fields: {
    // An addon that has mails for stages says which.
    x_stage_mail_id: field.computed('many2one', 'Mail of Its Stage', {
      relation: 'mail.template',
      depends: ['x_state'],
      compute: 'False',
    }),
    /** Whoever followed before they became the customer goes on following when they no longer are. */
    x_customer_was_in_copy: field.boolean('Customer Was in Copy Before', { readonly: true, copied: false }),
  },
});

/** The address that a team's mails come from and are answered to. */
export const MailTeam = extendModel(Team, {
  fields: {
    x_email: field.char('Email', {
      help: 'Mails about the tickets of this team come from this address, and answers go to it. Without one it is the address of the company.',
    }),
  },
});

/** One event of the matrix: whom a mail tells of it, and in which words. */
export const MailRule = defineModel('x_support.mail_rule', {
  label: 'Support Mail Rule',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.computed('char', 'Name', {
      depends: ['x_template_id.name', 'x_desk_template_id.name'],
      compute: "record.x_template_id.name or record.x_desk_template_id.name or ''",
    }),
    x_sequence: field.integer('Sequence'),
    x_event: field.selection('Event', EVENT_LABELS, { required: true, readonly: true, index: true }),
    x_customer: field.boolean('Customer'),
    x_copied: field.boolean('In Copy'),
    x_assignee: field.boolean('Assignee'),
    x_team: field.boolean('Team', {
      help: 'The members of its team, as long as nobody is assigned.',
    }),
    x_leader: field.boolean('Team Leader'),
    x_template_id: field.many2one('Mail to Customers', 'mail.template', {
      domain: TEMPLATES,
    }),
    x_desk_template_id: field.many2one('Mail to the Desk', 'mail.template', {
      domain: TEMPLATES,
    }),
    // Of an event that another addon brings; those of the matrix are known.
    x_may: field.char('Roles That Can Be Told', { readonly: true }),
    x_extra_id: field.many2one('What Its Mails Bring Along', 'ir.actions.server', { readonly: true }),
  },
});

/**
 * Something happened to a ticket of which mails are to tell. Written with what happened, in one transaction; a scheduled
 * action of Odoo makes mails of it a second later. Whoever writes one has fired the event: see `fire-event.ts`.
 */
export const MailEvent = defineModel('x_support.mail_event', {
  label: 'Support Mail',
  order: 'id desc',
  fields: {
    x_name: field.computed('char', 'Name', {
      depends: ['x_ticket_id.display_name'],
      compute: 'record.x_ticket_id.display_name',
    }),
    x_ticket_id: field.many2one('Ticket', Ticket.name, {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_event: field.selection('Event', EVENT_LABELS, { required: true, readonly: true, index: true }),
    x_key: field.char('Key', {
      readonly: true,
      copied: false,
      index: true,
      help: 'Of all that have the same key, one is told.',
    }),
    x_actor_id: field.many2one('Done By', Partner.name, {
      readonly: true,
      help: 'Gets no mail about it.',
    }),
    x_only: field.selection(
      'Only To',
      { outside: 'Customers', desk: 'The desk' },
      { readonly: true, copied: false },
    ),
    // Where it is about a record of a ticket, and not the ticket itself: what the template is rendered for, and whom it concerns.
    x_about_id: field.integer('Record', { readonly: true, copied: false }),
    x_customer_id: field.many2one('Customer', Partner.name, {
      readonly: true,
      help: 'In place of the ticket’s.',
    }),
    x_person_id: field.many2one('Assignee', 'res.users', {
      readonly: true,
      help: 'In place of the ticket’s.',
    }),
    x_note: field.html('Note', { readonly: true }),
    x_template_id: field.many2one('Other Template', 'mail.template', { readonly: true }),
    x_by_service: field.boolean('By the Service', { readonly: true, copied: false }),
    x_state: field.selection(
      'Status',
      {
        waiting: 'Waiting',
        sent: 'Sent',
        nobody: 'Nobody to tell',
        failed: 'Failed',
      },
      { required: true, readonly: true, index: true, copied: false, default: 'waiting' },
    ),
    x_told: field.text('Told', { readonly: true, copied: false }),
    x_told_ids: field.many2many('Recipients', Partner.name, {
      readonly: true,
      copied: false,
      table: 'x_support_mail_event_partner_rel',
    }),
    x_message_ids: field.many2many('Messages', MESSAGE, {
      readonly: true,
      copied: false,
      table: 'x_support_mail_event_message_rel',
    }),
    x_error: field.text('Error', { readonly: true, copied: false }),
    x_sent_at: field.datetime('Sent On', { readonly: true, copied: false, index: true }),
  },
});

/** An address to which nothing automatic goes. */
export const MailBlock = defineModel('x_support.mail_block', {
  label: 'Support Suppressed Address',
  settings: true,
  order: 'x_since desc, id desc',
  fields: {
    x_name: field.char('Address', {
      required: true,
      index: true,
      help: 'In small letters; * stands for anything: noreply@*',
    }),
    x_reason: field.selection(
      'Reason',
      { bounced: 'Bounced', robot: 'No person reads it', loop: 'Answers by itself', asked: 'By hand' },
      { required: true, default: 'asked' },
    ),
    x_since: field.datetime('Since'),
    x_detail: field.text('Detail'),
    x_active: field.boolean('Active', { default: true }),
  },
});
