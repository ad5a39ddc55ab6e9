def find_next(ticket, gone):
    # When somebody comes next, as far as that is agreed; without an appointment that is going.
    asked = [('id', '!=', gone), ('x_ticket_id', '=', ticket.id), ('x_status', '=', 'confirmed'), ('x_scheduled_date', '>', datetime.datetime.now())]
    return env['x_support.appointment'].sudo().search(asked, order='x_scheduled_date', limit=1).x_scheduled_date or False


def note_next(tickets, gone):
    for ticket in tickets:
        moment = find_next(ticket, gone)
        if (ticket.x_next_appointment_at or False) != moment:
            ticket.with_context(mail_notrack=True).write({'x_next_appointment_at': moment})


def open_ticket(visit):
    # Of a visit that belongs to none, where it would be once it went along with it. What is to be told is told of the visit.
    customer = visit.x_customer_id
    lang = customer.lang or env.company.partner_id.lang
    kind = visit.x_type_id.with_context(lang=lang).x_name or say('appointments.visit', lang, {})
    return env['x_support.ticket'].sudo().with_context(supportdesk_no_mail=True).create({
        'x_name': ': '.join([part for part in (kind, customer.name) if part]),
        'x_partner_id': customer.id,
        'x_user_id': visit.x_technician_id.id,
        'x_description': visit.x_description,
        'x_priority': visit.x_priority,
        'x_state': '{{working}}' if visit.x_status in ('confirmed', 'in_progress') else '{{first}}',
        'x_next_appointment_at': visit.x_scheduled_date if visit.x_status == 'confirmed' and visit.x_scheduled_date > datetime.datetime.now() else False,
    })


def move_ticket(visit, was):
    # The ticket goes with its visit: to work once it is agreed, back where it was when nothing comes of it.
    ticket = visit.x_ticket_id
    status = visit.x_status
    working = '{{working}}'
    if status in ('confirmed', 'in_progress') and ticket.x_state != working:
        visit.write({'x_ticket_state': ticket.x_state})
        ticket.write({'x_state': working})
    if status == 'completed' and visit.x_type_id.x_solves_ticket and ticket.x_state != '{{done}}':
        values = {'x_state': '{{done}}'}
        if 'x_solution' in ticket._fields and visit.x_report and not ticket.x_solution:
            values['x_solution'] = visit.x_report
        ticket.write(values)
    if status == 'cancelled' and visit.x_ticket_state and ticket.x_state == working:
        others = [('x_ticket_id', '=', ticket.id), ('id', '!=', visit.id), ('x_status', 'in', ['confirmed', 'in_progress'])]
        if not env['x_support.appointment'].sudo().search(others, limit=1):
            ticket.with_context(supportdesk_no_mail=True).write({'x_state': visit.x_ticket_state})
