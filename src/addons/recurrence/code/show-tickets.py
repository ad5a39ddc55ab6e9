action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_recurrence_id', '=', record.id)],
}
