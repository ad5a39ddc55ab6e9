import { boolean, char, date, html, manyToOne, manyToOneReference, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const mailActivity: BuiltinModel = {
  name: 'mail.activity',
  label: 'Activity',
  order: 'date_deadline ASC, id ASC',
  fields: {
    res_model_id: manyToOne('Document Model', 'ir.model', { required: true, onDelete: 'cascade' }),
    res_model: char('Related Document Model', { readonly: true }),
    res_id: manyToOneReference('Related Document ID'),
    res_name: char('Document Name', { readonly: true, copied: false }),
    activity_type_id: manyToOne('Activity Type', 'mail.activity.type', { onDelete: 'restrict' }),
    activity_category: selection(
      'Action',
      [
        ['default', 'None'],
        ['upload_file', 'Upload Document'],
        ['phonecall', 'Phonecall'],
        ['meeting', 'Meeting'],
      ],
      { readonly: true, stored: false, related: 'activity_type_id.category' },
    ),
    icon: char('Icon', { readonly: true, stored: false, related: 'activity_type_id.icon' }),
    summary: char('Summary'),
    note: html('Note'),
    date_deadline: date('Due Date', { required: true }),
    date_done: date('Done Date', { readonly: true, copied: false }),
    user_id: manyToOne('Assigned to', 'res.users', { required: true, onDelete: 'cascade' }),
    state: selection(
      'State',
      [
        ['overdue', 'Overdue'],
        ['today', 'Today'],
        ['planned', 'Planned'],
        ['done', 'Done'],
      ],
      { readonly: true, stored: false },
    ),
    active: boolean('Active'),
    automated: boolean('Automated activity', { readonly: true }),
    calendar_event_id: manyToOne('Calendar Meeting', 'calendar.event', { onDelete: 'cascade' }),
  },
  access: ['base.group_user rwcu'],
  rules: [
    {
      name: 'mail.activity: user: write/unlink only (created or assigned)',
      domain: "['|', ('user_id', '=', user.id), ('create_uid', '=', user.id)]",
      groups: ['base.group_user'],
      operations: 'wu',
    },
  ],
};
