import { defineModel, extendModel, field, readCode } from '../../schema/index.ts';
import { TeamTicket } from '../teams/models.ts';
import { Customer } from '../tickets/models.ts';

/** What time is spent on, and whether it is usually billed. */
export const TimeType = defineModel('x_support.time.type', {
  label: 'Support Activity',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Activity', { required: true, translate: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_is_billable: field.boolean('Usually Billable', { default: true }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** Time that somebody spent on a ticket; while the timer runs it has a beginning and no hours yet. */
export const TimeEntry = defineModel('x_support.time', {
  label: 'Support Time',
  order: 'x_date desc, id desc',
  fields: {
    x_ticket_id: field.many2one('Ticket', 'x_support.ticket', {
      required: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_user_id: field.many2one('Person', 'res.users', {
      index: true,
      domain: "[('share', '=', False)]",
      help: 'Whoever writes the entry, unless another is named.',
    }),
    x_date: field.date('Date', { index: true, help: 'Today, unless another day is named.' }),
    x_type_id: field.many2one('Activity', TimeType.name, { onDelete: 'restrict' }),
    x_hours: field.float('Hours'),
    x_coverage: field.selection(
      'Billing',
      { billable: 'Billable', covered: 'Covered' },
      { help: 'As the activity usually is, unless it is said.' },
    ),
    x_note: field.char('Note'),
    x_started_at: field.datetime('Timer Runs Since', { readonly: true, copied: false, index: true }),
    x_line: field.char('Timesheet Line', {
      readonly: true,
      copied: false,
      help: 'The number of the line in Odoo’s Timesheets that says the same.',
    }),
    x_partner_id: field.related('many2one', 'Customer', 'x_ticket_id.x_partner_id', {
      relation: 'res.partner',
    }),
    x_team_id: field.related('many2one', 'Team', 'x_ticket_id.x_team_id', { relation: 'x_support.team' }),
  },
});

const sumOf = (only: string) => readCode(import.meta.url, 'sum-hours', { only });

export const TimeTicket = extendModel(TeamTicket, {
  fields: {
    x_time_ids: field.one2many('Time', TimeEntry.name, 'x_ticket_id'),
    // Stored, so that pivots and graphs add them up.
    x_time_hours: field.computed('float', 'Time Spent', {
      store: true,
      depends: ['x_time_ids.x_hours'],
      script: sumOf(''),
      help: 'Hours of everybody on this ticket.',
    }),
    x_billable_hours: field.computed('float', 'Billable Time', {
      store: true,
      depends: ['x_time_ids.x_hours', 'x_time_ids.x_coverage'],
      script: sumOf('billable'),
      help: 'Hours of everybody on this ticket that are to be billed.',
    }),
    x_is_timed_by_me: field.computed('boolean', 'My Timer Runs', {
      depends: ['x_time_ids.x_started_at'],
      compute:
        "record.env['x_support.time'].sudo().search_count([('x_ticket_id', 'in', record.ids), ('x_user_id', '=', record.env.uid), ('x_started_at', '!=', False)], limit=1) > 0",
    }),
  },
});

export const TimeCustomer = extendModel(Customer, {
  fields: {
    x_time_hours: field.computed('float', 'Time Spent', {
      depends: [],
      script: readCode(import.meta.url, 'sum-customer-hours'),
      help: 'Hours on the tickets of this contact, and of its contacts.',
    }),
  },
});
