action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.intake',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_ticket_id', '=', record.id)],
}
