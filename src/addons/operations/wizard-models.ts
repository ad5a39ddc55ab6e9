import { defineModel, field, readCode } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';

const ticket = Ticket.name;

/** What the dialogs have in common: what will happen, and that it crosses the border between two customers. */
const shown = (depends: readonly string[], script: (part: { field: string; part: string }) => string) => ({
  x_preview: field.computed('html', 'What Happens', {
    depends,
    script: script({ field: 'x_preview', part: 'html' }),
  }),
  x_crosses: field.computed('boolean', 'Of Several Customers', {
    depends,
    script: script({ field: 'x_crosses', part: 'crosses' }),
  }),
  x_confirmed: field.boolean('They May Read This', {
    help: 'Somebody has looked at what each customer gets to read.',
  }),
  x_seen: field.integer('Looked at up to', { readonly: true }),
  x_warning: field.char('Warning', { readonly: true }),
});

/** Tickets that somebody is about to merge. */
export const Merge = defineModel('x_support.merge', {
  label: 'Support Merge',
  order: 'id desc',
  fields: {
    x_name: field.related('char', 'Name', 'x_into_id.x_name'),
    x_customer_id: field.many2one('Customer', 'res.partner', { readonly: true, onDelete: 'cascade' }),
    x_ticket_ids: field.many2many('Tickets', ticket, {
      table: 'x_support_merge_ticket_rel',
    }),
    x_into_id: field.computed('many2one', 'Into', {
      relation: ticket,
      store: true,
      editable: true,
      onDelete: 'cascade',
      depends: ['x_ticket_ids'],
      script: readCode(import.meta.url, 'choose-survivor'),
      help: 'This one goes on; the oldest, unless you choose another.',
    }),
    ...shown(['x_ticket_ids', 'x_into_id'], (part) => readCode(import.meta.url, 'preview-merge', part)),
  },
});

export const SCOPES = { one: 'This message', after: 'This message and all after it' } as const;

/** A ticket that somebody is about to split. */
export const Split = defineModel('x_support.split', {
  label: 'Support Split',
  order: 'id desc',
  fields: {
    x_name: field.related('char', 'Name', 'x_ticket_id.x_name'),
    x_ticket_id: field.many2one('Ticket', ticket, { required: true, readonly: true, onDelete: 'cascade' }),
    x_message_id: field.many2one('Message', 'mail.message', { readonly: true, onDelete: 'cascade' }),
    x_scope: field.selection('What Goes', SCOPES, { default: 'one' }),
    x_subject: field.char('Subject'),
    x_partner_id: field.many2one('Customer', 'res.partner', { onDelete: 'cascade' }),
    x_user_id: field.many2one('Assigned to', 'res.users', {
      domain: "[('share', '=', False)]",
      onDelete: 'cascade',
    }),
    x_tell_customer: field.boolean('Tell the Customer', {
      help: 'As of any new ticket: with its reference, where the table Mails says so.',
    }),
    x_line_ids: field.one2many('Messages', 'x_support.split.line', 'x_split_id'),
    ...shown(['x_ticket_id', 'x_message_id', 'x_scope', 'x_partner_id'], (part) =>
      readCode(import.meta.url, 'preview-split', part),
    ),
  },
});

/** One of the messages from which to choose where a ticket is split. */
export const SplitLine = defineModel('x_support.split.line', {
  label: 'Support Split Message',
  order: 'id',
  fields: {
    x_name: field.char('Message', { readonly: true }),
    x_split_id: field.many2one('Split', Split.name, { required: true, index: true, onDelete: 'cascade' }),
    x_message_id: field.many2one('Message Itself', 'mail.message', { readonly: true, onDelete: 'cascade' }),
    x_date: field.datetime('Date', { readonly: true }),
    x_author: field.char('Author', { readonly: true }),
    x_is_note: field.boolean('Note', { readonly: true }),
    x_file_count: field.integer('Files', { readonly: true }),
  },
});
