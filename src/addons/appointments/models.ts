import { defineModel, extendModel, field } from '../../schema/index.ts';
import { Ticket } from '../tickets/models.ts';
import { DEFAULT_PRIORITY, PRIORITIES } from '../tickets/priorities.ts';
import { CANCEL_REASONS, PLACES, STATUSES, VIAS } from './visit.ts';

const USER = 'res.users';
const PARTNER = 'res.partner';
const EMPLOYEES = "[('share', '=', False)]";

/** An area whose visits lie close together. */
export const Zone = defineModel('x_support.zone', {
  label: 'Support Zone',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    x_name: field.char('Zone', { required: true }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_zips: field.char('Postal Codes Begin With', {
      help: 'With commas between: 10, 11, 1205. The longest one that fits decides.',
    }),
    x_minutes_within: field.integer('Minutes Within', {
      default: 15,
      help: 'On the way between two visits of this zone.',
    }),
    x_minutes_beyond: field.integer('Minutes to Other Zones', { default: 45 }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** What a visit is for, and what holds for each of its kind. */
export const AppointmentType = defineModel('x_support.appointment.type', {
  label: 'Support Appointment Type',
  settings: true,
  order: 'x_sequence, id',
  fields: {
    // Customers read both, each in their own language.
    x_name: field.char('Type', { required: true, translate: true }),
    x_description: field.text('Description', {
      translate: true,
      help: 'Customers read it where they choose a time.',
    }),
    x_sequence: field.integer('Sequence', { default: 10 }),
    x_duration: field.float('Duration', { required: true, default: 1, help: 'Hours.' }),
    x_slot_step: field.integer('Begins Every', {
      default: 30,
      help: 'Minutes between two times that are offered; a multiple of five.',
    }),
    x_buffer_before: field.integer('Free Before', { help: 'Minutes.' }),
    x_buffer_after: field.integer('Free After', { help: 'Minutes.' }),
    x_min_notice: field.float('Notice', { default: 24, help: 'Hours that there must be until it begins.' }),
    x_horizon_days: field.integer('At Most Ahead', { default: 30, help: 'Days.' }),
    x_max_per_day: field.integer('Most a Day', {
      help: 'Of this type, for each technician; 0 for no limit.',
    }),
    x_most_coming: field.integer('Most per Customer', {
      default: 5,
      help: 'Of this type, that customers of one company can book and that have not been yet; 0 for no limit.',
    }),
    x_place: field.selection('Where', PLACES, { required: true, default: 'site' }),
    x_online_url: field.char('Online Link', {
      help: 'Where everybody meets; an appointment may have its own.',
    }),
    x_calendar_id: field.many2one('Working Hours', 'resource.calendar', {
      help: 'When it may take place; a technician’s own hours hold besides. The company’s where none are chosen.',
    }),
    x_user_ids: field.many2many('Technicians', USER, {
      domain: EMPLOYEES,
      table: 'x_support_appointment_type_user_rel',
      help: 'Who can do it; everybody with a line under Technicians where none is chosen.',
    }),
    x_is_public: field.boolean('Customers Can Book It', { default: true }),
    // Odoo keeps it: a record rule, which hides the others from customers, can only ask for what is stored.
    x_can_be_booked: field.boolean('Somebody Can Do It', { readonly: true, copied: false }),
    x_needs_confirmation: field.boolean('The Desk Confirms', {
      help: 'What a customer books is a draft until then. The time is theirs meanwhile.',
    }),
    x_cancel_hours: field.float('Customers Can Change It Until', {
      default: 24,
      help: 'Hours before it begins.',
    }),
    x_reminder_hours: field.float('Reminder', { default: 24, help: 'Hours before it begins; 0 for none.' }),
    x_solves_ticket: field.boolean('Completing It Solves the Ticket'),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** What holds for one technician; whoever has a line can be booked. */
export const AppointmentTechnician = defineModel('x_support.appointment.technician', {
  label: 'Support Appointment Technician',
  settings: true,
  order: 'id',
  fields: {
    x_name: field.related('char', 'Name', 'x_user_id.name', { store: true }),
    x_user_id: field.many2one('Technician', USER, {
      required: true,
      index: true,
      onDelete: 'cascade',
      domain: EMPLOYEES,
    }),
    x_calendar_id: field.many2one('Working Hours', 'resource.calendar', {
      help: 'The hours of the type, or of the company, where none are chosen.',
    }),
    x_buffer_before: field.integer('Free Before', { help: 'Minutes; the type’s own where it has more.' }),
    x_buffer_after: field.integer('Free After', { help: 'Minutes; the type’s own where it has more.' }),
    x_max_per_day: field.integer('Most a Day', { default: 8, help: 'Of whatever type; 0 for no limit.' }),
    x_zone_ids: field.many2many('Zones', Zone.name, {
      table: 'x_support_appointment_technician_zone_rel',
      help: 'Where they visit customers; everywhere where none is chosen.',
    }),
    x_active: field.boolean('Active', { default: true }),
  },
});

/** A visit that is agreed with a customer, and the time that it takes up. */
export const Appointment = defineModel('x_support.appointment', {
  label: 'Support Appointment',
  mail: { thread: true, activity: true },
  order: 'x_scheduled_date desc, id desc',
  fields: {
    // Calendars and lists show it, so it says whose it is, too.
    x_name: field.computed('char', 'Appointment', {
      store: true,
      depends: ['x_reference', 'x_customer_id.name'],
      compute: "' '.join([part for part in (record.x_reference, record.x_customer_id.name) if part]) or '/'",
    }),
    x_reference: field.char('Reference', { readonly: true, copied: false, index: true }),
    x_type_id: field.many2one('Type', AppointmentType.name, {
      index: true,
      tracking: true,
      onDelete: 'restrict',
    }),
    x_customer_id: field.many2one('Customer', PARTNER, { index: true, tracking: true }),
    x_technician_id: field.many2one('Technician', USER, { index: true, tracking: true, domain: EMPLOYEES }),
    x_scheduled_date: field.datetime('Begins', { index: true, tracking: true }),
    x_duration: field.float('Duration', {
      tracking: true,
      help: 'Hours; the type’s own where none is given.',
    }),
    // What of the technician's time is theirs alone, with what was to be free before and after when it was agreed.
    x_taken_from: field.datetime('Taken From', { readonly: true, copied: false }),
    x_taken_until: field.datetime('Taken Until', { readonly: true, copied: false, index: true }),
    x_end_datetime: field.computed('datetime', 'Ends', {
      store: true,
      index: true,
      depends: ['x_scheduled_date', 'x_duration'],
      compute:
        'record.x_scheduled_date and record.x_scheduled_date + datetime.timedelta(minutes=int(round(record.x_duration * 60)))',
    }),
    x_status: field.selection('Status', STATUSES, {
      required: true,
      tracking: true,
      index: true,
      copied: false,
      default: 'draft',
      expand: true,
    }),
    x_priority: field.selection(
      'Priority',
      {
        '0': PRIORITIES[0].name,
        '1': PRIORITIES[1].name,
        '2': PRIORITIES[2].name,
        '3': PRIORITIES[3].name,
      },
      { required: true, default: DEFAULT_PRIORITY },
    ),
    x_place: field.selection('Where', PLACES, { tracking: true }),
    x_location: field.char('Address', { tracking: true, help: 'The customer’s own where none is given.' }),
    x_online_url: field.char('Online Link'),
    x_zone_id: field.many2one('Zone', Zone.name, { readonly: true }),
    x_description: field.html('What It Is About'),
    x_report: field.html('Report', { help: 'What was done; the customer reads it.' }),
    x_ticket_id: field.many2one('Ticket', Ticket.name, { index: true, onDelete: 'restrict' }),
    // Where its ticket goes back to when nothing comes of it.
    x_ticket_state: field.char('Status of Its Ticket Before', { readonly: true, copied: false }),
    x_team_id: field.related('many2one', 'Team', 'x_ticket_id.x_team_id', {
      relation: 'x_support.team',
      store: true,
    }),
    x_event_id: field.many2one('Calendar Event', 'calendar.event', {
      readonly: true,
      copied: false,
      index: true,
    }),
    x_created_via: field.selection('Made By', VIAS, { readonly: true, copied: false, default: 'internal' }),
    x_outside_rules: field.boolean('Outside the Rules', {
      copied: false,
      tracking: true,
      help: 'Hours, notice and limits do not hold for it. That nobody is in two places at once always does.',
    }),
    x_customer_answer: field.selection(
      'Customer’s Answer',
      { accepted: 'Accepted', declined: 'Declined' },
      { readonly: true, copied: false, tracking: true },
    ),
    x_cancel_reason: field.selection('Why Cancelled', CANCEL_REASONS, { copied: false, tracking: true }),
    x_cancel_note: field.text('In Their Words', { copied: false }),
    x_cancelled_at: field.datetime('Cancelled', { readonly: true, copied: false }),
    x_is_no_show: field.boolean('Nobody Was There', { copied: false, tracking: true }),
    x_replaced_by_id: field.many2one('Replaced By', 'x_support.appointment', {
      readonly: true,
      copied: false,
    }),
    x_confirmed_at: field.datetime('Confirmed', { readonly: true, copied: false }),
    x_started_at: field.datetime('Work Began', { readonly: true, copied: false }),
    x_completed_at: field.datetime('Completed', { readonly: true, copied: false }),
    x_send_confirmation_email: field.boolean('Confirm by Mail', { default: true }),
    x_send_reminder_email: field.boolean('Remind by Mail', { default: true }),
    x_confirmation_sent: field.boolean('Confirmation Sent', { readonly: true, copied: false }),
    x_reminder_sent: field.boolean('Reminder Sent', { readonly: true, copied: false }),
    // How often what calendars show of it has changed.
    x_revision: field.integer('Revision', { readonly: true, copied: false }),
    x_active: field.boolean('Active', { default: true, copied: false }),
  },
});

/** Beside the appointment and not in it: customers may read that, and would read its secret. */
export const AppointmentLink = defineModel('x_support.appointment.link', {
  label: 'Support Appointment Link',
  order: 'id',
  fields: {
    x_name: field.related('char', 'Name', 'x_appointment_id.x_name'),
    x_appointment_id: field.many2one('Appointment', Appointment.name, {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_secret: field.char('Secret', {
      readonly: true,
      copied: false,
      help: 'If emptied, links in mails that were sent open nothing any more.',
    }),
  },
});

/** Beside the person, as the secret of a link is beside its appointment. */
export const AppointmentFeed = defineModel('x_support.appointment.feed', {
  label: 'Support Calendar Feed',
  order: 'id',
  fields: {
    x_name: field.related('char', 'Whose', 'x_partner_id.name'),
    x_partner_id: field.many2one('Person', PARTNER, {
      required: true,
      readonly: true,
      index: true,
      onDelete: 'cascade',
    }),
    x_is_technician: field.boolean('A Technician’s', { readonly: true }),
    x_secret: field.char('Secret', {
      readonly: true,
      copied: false,
      index: true,
      help: 'If emptied, calendars that subscribed with its address get nothing any more.',
    }),
  },
});

export const AppointmentTicket = extendModel(Ticket, {
  fields: {
    x_appointment_ids: field.one2many('Appointments', Appointment.name, 'x_ticket_id'),
    x_next_appointment_at: field.datetime('Next Appointment', { readonly: true, copied: false }),
  },
});

/** The event in Odoo’s own calendar; either moves with the other. */
export const AppointmentEvent = extendModel(
  { name: 'calendar.event', fields: {} },
  {
    fields: {
      x_appointment_id: field.many2one('Support Appointment', Appointment.name, {
        readonly: true,
        copied: false,
        index: true,
        onDelete: 'set null',
      }),
    },
  },
);
