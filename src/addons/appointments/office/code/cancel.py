{{world}}


{{offer}}


{{find_untold}}


visit = record.x_appointment_id
visit.with_context({{untold}}=find_untold(record), {{reason}}=record.x_note or '').write({
    'x_status': 'cancelled',
    'x_cancel_reason': record.x_reason,
    'x_cancel_note': record.x_note,
})
action = {'type': 'ir.actions.act_window_close'}
if record.x_replace:
    draft = visit.create({
        'x_customer_id': visit.x_customer_id.id,
        'x_type_id': visit.x_type_id.id,
        'x_technician_id': visit.x_technician_id.id,
        'x_ticket_id': visit.x_ticket_id.id,
        'x_duration': visit.x_duration,
        'x_place': visit.x_place,
        'x_location': visit.x_location,
        'x_online_url': visit.x_online_url,
        'x_description': visit.x_description,
        'x_priority': visit.x_priority,
    })
    visit.write({'x_replaced_by_id': draft.id})
    booking = env['{{booking}}'].create({
        'x_appointment_id': draft.id,
        'x_customer_id': draft.x_customer_id.id,
        'x_type_id': draft.x_type_id.id,
        'x_technician_id': draft.x_technician_id.id,
        'x_from': datetime.date.today(),
    })
    offer(booking)
    action = show(booking)
