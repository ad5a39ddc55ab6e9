{{judge}}


{{find_untold}}


def settle(booking, begin, technician):
    # Books or moves. Where a rule forbids it the dialog says which, and what is free instead.
    visit = booking.x_appointment_id
    user = technician.id
    outside = bool(booking.x_outside_rules and user)
    if not outside:
        booking.write({'x_scheduled_date': begin, 'x_technician_id': user})
        user, warning = judge(booking, to_second(begin))
        if warning:
            booking.write({'x_warning': warning})
            offer(booking)
            return show(booking)
    values = {'x_scheduled_date': begin, 'x_technician_id': user, 'x_outside_rules': outside}
    if visit:
        reason = booking.x_reason
        visit.with_context({{untold}}=find_untold(booking), {{reason}}=reason or '').write(values)
        if reason:
            visit._message_log_batch(bodies={visit.id: say('appointments.office.moved', env.company.partner_id.lang, {'who': env.user.name, 'reason': reason})})
    else:
        values.update({
            'x_type_id': booking.x_type_id.id,
            'x_customer_id': booking.x_customer_id.id,
            'x_ticket_id': booking.x_ticket_id.id,
            'x_location': booking.x_location,
            'x_description': booking.x_description,
            # Whoever books here has agreed on it with the customer.
            'x_status': 'confirmed',
        })
        visit = env['{{appointment}}'].create(values)
    told = {'what': visit.x_reference or visit.display_name, 'when': say_moment(to_second(begin), env.user.lang, env.user.tz), 'who': visit.x_technician_id.name}
    return {
        'type': 'ir.actions.client',
        'tag': 'display_notification',
        'params': {
            'type': 'success',
            'message': say('appointments.office.agreed', env.user.lang, told),
            'next': {'type': 'ir.actions.act_window_close'},
        },
    }
