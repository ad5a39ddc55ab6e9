action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'form')],
    'domain': [('x_partner_id', '=', record.x_partner_id.id), ('x_active', '=', False), ('x_missing_since', '!=', False)],
    'context': {'active_test': False},
}
