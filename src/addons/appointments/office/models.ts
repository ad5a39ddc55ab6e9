import { Partner } from '../../../odoo/builtin-models.ts';
import { extendModel, field } from '../../../schema/index.ts';
import { Ticket } from '../../tickets/models.ts';
import { Appointment } from '../models.ts';
import { COLOR_PYTHON } from './marks.ts';

/** What Odoo's screens show of an appointment besides what it is. */
export const ShownAppointment = extendModel(Appointment, {
  fields: {
    x_color: field.computed('integer', 'Color', { depends: ['x_status'], compute: COLOR_PYTHON }),
    // Calendars have little room: first of all whose it is, without the firm, and what for.
    x_title: field.computed('char', 'Title', {
      depends: ['x_customer_id.name', 'x_type_id.x_name', 'x_reference'],
      compute:
        "', '.join([part for part in (record.x_customer_id.name, record.x_type_id.x_name) if part]) or record.x_reference or '/'",
    }),
    x_is_late: field.computed('boolean', 'Late', {
      depends: ['x_status', 'x_scheduled_date', 'x_end_datetime'],
      compute:
        "(record.x_status in ('draft', 'confirmed') and record.x_scheduled_date and record.x_scheduled_date < datetime.datetime.now()) or (record.x_status == 'in_progress' and record.x_end_datetime and record.x_end_datetime < datetime.datetime.now())",
      help: 'It should have begun, or be over.',
    }),
    x_customer_phone: field.related('char', 'Phone', 'x_customer_id.phone'),
    x_customer_address: field.computed('char', 'Customer’s Address', {
      depends: ['x_customer_id'],
      compute:
        "', '.join([line.strip() for line in (record.x_customer_id.contact_address or '').split('\\n') if line.strip()])",
    }),
    x_ticket_reference: field.related('char', 'Ticket Reference', 'x_ticket_id.x_ticket_ref'),
  },
});

export const CountedTicket = extendModel(Ticket, {
  fields: {
    x_appointment_count: field.computed('integer', 'Appointments', {
      depends: ['x_appointment_ids'],
      compute: 'len(record.x_appointment_ids)',
    }),
  },
});

/** Whoever may read no appointments may still read contacts: they are told none, and refused nothing. */
export const CountedContact = extendModel(Partner, {
  fields: {
    x_appointment_count: field.computed('integer', 'Appointments', {
      depends: [],
      compute: `record.env['${Appointment.name}'].has_access('read') and record.env['${Appointment.name}'].search_count([('x_customer_id', 'child_of', record.ids)])`,
    }),
  },
});
