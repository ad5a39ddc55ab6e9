import { defineModel, field } from '../schema/index.ts';

/**
 * Something that is to leave the help desk: a mail of our own, and what other addons add. A line is written in the same
 * transaction as the change that it tells of, so there is no change without it and none twice; a job sends it.
 */
export const OutboxLine = defineModel('x_support.outbox', {
  label: 'Support Outbox Line',
  order: 'id desc',
  fields: {
    x_name: field.char('Subject', { required: true, readonly: true }),
    x_kind: field.selection('Kind', { mail: 'Email' }, { required: true, readonly: true, index: true }),
    x_key: field.char('Key', {
      required: true,
      readonly: true,
      copied: false,
      index: true,
      help: 'Lets whoever receives it twice recognize it; for an email, it is part of the Message-ID.',
    }),
    x_record: field.reference(
      'Record',
      { 'x_support.ticket': 'Ticket', 'res.partner': 'Contact' },
      { readonly: true, copied: false },
    ),
    x_payload: field.text('Content', { readonly: true }),
    x_state: field.selection(
      'Status',
      { waiting: 'Waiting', sent: 'Sent', failed: 'Failed', dismissed: 'Dismissed' },
      { required: true, readonly: true, index: true, copied: false, default: 'waiting' },
    ),
    x_attempts: field.integer('Attempts', { readonly: true, copied: false }),
    x_next_at: field.datetime('Next Attempt', { readonly: true, copied: false }),
    x_error: field.text('Error', { readonly: true, copied: false }),
    x_sent_at: field.datetime('Sent On', { readonly: true, copied: false }),
  },
});

export type OutboxKindName = keyof (typeof OutboxLine.fields.x_kind)['selection'];
