import { defineModel, field } from '../../schema/index.ts';

export const Ticket = defineModel('x_support.ticket', {
  label: 'Support Ticket',
  mail: { thread: true, activity: true },
  order: 'x_opened_at desc, id desc',
  fields: {
    x_name: field.char('Subject', { required: true, tracking: true }),
    x_ticket_ref: field.char('Reference', { readonly: true, copied: false, index: true }),
    x_description: field.html('Description'),
    x_partner_id: field.many2one('Customer', 'res.partner', { index: true, tracking: true }),
    x_user_id: field.many2one('Assigned to', 'res.users', { index: true, tracking: true }),
    x_state: field.selection(
      'Status',
      { new: 'New', in_progress: 'In Progress', waiting: 'Waiting', done: 'Done' },
      { required: true, tracking: true, index: true, copied: false, default: 'new', expand: true },
    ),
    x_priority: field.selection(
      'Priority',
      { '0': 'Low', '1': 'Normal', '2': 'High', '3': 'Urgent' },
      { required: true, tracking: true, default: '1' },
    ),
    x_sla_deadline: field.datetime('Deadline', { tracking: true, copied: false, index: true }),
    x_is_overdue: field.computed('boolean', 'Overdue', {
      depends: ['x_state', 'x_sla_deadline'],
      compute:
        "record.x_state != 'done' and record.x_sla_deadline and record.x_sla_deadline < datetime.datetime.now()",
      help: 'The deadline has passed and the ticket is not done.',
    }),
    x_linked_ids: field.many2many('Related Tickets', 'x_support.ticket', {
      table: 'x_support_ticket_link_rel',
      copied: false,
    }),
    x_merged_into_id: field.many2one('Merged into', 'x_support.ticket', { copied: false, index: true }),
    x_active: field.boolean('Active', { default: true, copied: false }),
    x_opened_at: field.datetime('Opened', { readonly: true, copied: false, index: true }),
    x_closed_at: field.datetime('Closed', { readonly: true, copied: false }),
  },
});
