import { boolean, char, datetime, integer, manyToOne, selection } from '../field.ts';
import type { BuiltinModel } from '../model.ts';

export const irCron: BuiltinModel = {
  name: 'ir.cron',
  label: 'Scheduled Actions',
  order: 'cron_name',
  fields: {
    cron_name: char('Name', { readonly: true, copied: false }),
    user_id: manyToOne('Scheduler User', 'res.users', { required: true }),
    active: boolean('Active'),
    interval_number: integer('Interval Number', { required: true }),
    interval_type: selection(
      'Interval Unit',
      [
        ['minutes', 'Minutes'],
        ['hours', 'Hours'],
        ['days', 'Days'],
        ['weeks', 'Weeks'],
        ['months', 'Months'],
      ],
      { required: true },
    ),
    nextcall: datetime('Next Execution Date', { required: true }),
    lastcall: datetime('Last Execution Date'),
    priority: integer('Priority'),
    ir_actions_server_id: manyToOne('Server action', 'ir.actions.server', { required: true }),
  },
  access: ['base.group_system rwcu'],
};
