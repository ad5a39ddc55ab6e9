action = {
    'type': 'ir.actions.act_window',
    'name': say('appointments.office.of', env.user.lang, {'what': record.display_name}),
    'res_model': '{{appointment}}',
    'views': [(False, 'list'), (False, 'calendar'), (False, 'form')],
    'domain': [('x_customer_id', 'child_of', record.id)],
    'context': {'default_x_customer_id': record.id},
}
