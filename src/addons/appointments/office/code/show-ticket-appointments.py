found = record.with_context(active_test=False).x_appointment_ids
action = {
    'type': 'ir.actions.act_window',
    'name': say('appointments.office.of', env.user.lang, {'what': record.x_ticket_ref or record.display_name}),
    'res_model': '{{appointment}}',
    'views': [(False, 'form')] if len(found) == 1 else [(False, 'list'), (False, 'calendar'), (False, 'form')],
    'domain': [('x_ticket_id', '=', record.id)],
    'context': {'default_x_ticket_id': record.id, 'default_x_customer_id': record.x_partner_id.id, 'active_test': False},
}
if len(found) == 1:
    action['res_id'] = found.id
