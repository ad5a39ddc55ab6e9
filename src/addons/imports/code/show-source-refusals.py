action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'x_support.import_refusal',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_source_id', '=', record.id), ('x_state', '=', 'open')],
}
