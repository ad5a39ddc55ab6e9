action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_import_run_id', '=', record.id)],
}
