import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { DONE_STATE } from '../tickets/life.ts';
import { Ticket } from '../tickets/models.ts';

const ticket = Ticket.name;

/** How tickets belong together, besides being related. */
export const LinkedTicket = extendModel(Ticket, {
  fields: {
    x_merged_ids: field.one2many('Merged Tickets', ticket, 'x_merged_into_id'),
    x_parent_id: field.many2one('Part of', ticket, {
      copied: false,
      index: true,
      help: 'The larger matter that this ticket is a part of.',
    }),
    x_child_ids: field.one2many('Parts', ticket, 'x_parent_id'),
    x_duplicate_of_id: field.many2one('Duplicate of', ticket, {
      copied: false,
      index: true,
      help: 'The ticket that is about the same. Both stay; to make one of them, merge them.',
    }),
    x_duplicate_ids: field.one2many('Duplicates', ticket, 'x_duplicate_of_id'),
    x_blocked_by_ids: field.many2many('Blocked by', ticket, {
      table: 'x_support_ticket_block_rel',
      copied: false,
      help: 'Work goes on here once these are done.',
    }),
    x_blocks_ids: field.computed('many2many', 'Blocks', {
      relation: ticket,
      depends: ['x_blocked_by_ids'],
      compute: "record.ids and record.search([('x_blocked_by_ids', 'in', record.ids)])",
    }),
    x_split_from_id: field.many2one('Split from', ticket, { readonly: true, copied: false, index: true }),
    x_split_ids: field.one2many('Split Off', ticket, 'x_split_from_id'),
    x_is_blocked: field.computed('boolean', 'Is Blocked', {
      // Nothing keeps it, so a change of status need not look for whom it blocks.
      depends: ['x_blocked_by_ids'],
      compute: `bool(record.x_blocked_by_ids.filtered(lambda one: one.x_state != '${DONE_STATE}'))`,
    }),
    x_link_count: field.computed('integer', 'Linked Tickets', {
      depends: ['x_linked_ids', 'x_parent_id', 'x_duplicate_of_id', 'x_blocked_by_ids', 'x_split_from_id'],
      script: readCode(import.meta.url, 'count-links'),
    }),
  },
});

export const KINDS = { merge: 'Merge', split: 'Split' } as const;

/** What was merged or split, with all that is needed to take it back. */
export const Operation = defineModel('x_support.operation', {
  label: 'Merge or Split of Tickets',
  order: 'id desc',
  fields: {
    x_name: field.char('What', { readonly: true }),
    x_kind: field.selection('Kind', KINDS, { required: true, readonly: true }),
    x_ticket_id: field.many2one('Ticket', ticket, {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
      help: 'The one that the others went into, or that one was split from.',
    }),
    x_ticket_ids: field.many2many('Other Tickets', ticket, {
      table: 'x_support_operation_ticket_rel',
      readonly: true,
    }),
    x_user_id: field.many2one('By', 'res.users', { readonly: true }),
    x_done_at: field.datetime('When', { readonly: true }),
    x_crosses: field.boolean('Of Several Customers', { readonly: true }),
    x_message_count: field.integer('Messages', { readonly: true }),
    x_moved: field.text('What Moved', { readonly: true, help: 'By which it is undone; JSON.' }),
    x_last_message: field.integer('Last Message Until Then', { readonly: true }),
    x_undone_at: field.datetime('Undone', { readonly: true, copied: false }),
    x_undone_by_id: field.many2one('Undone by', 'res.users', { readonly: true, copied: false }),
  },
});

export const OperationTicket = extendModel(LinkedTicket, {
  fields: {
    x_operation_ids: field.computed('many2many', 'Merges and Splits', {
      relation: Operation.name,
      depends: [],
      compute:
        "record.ids and record.env['x_support.operation'].search(['|', ('x_ticket_id', 'in', record.ids), ('x_ticket_ids', 'in', record.ids)])",
    }),
  },
});
