action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'kanban'), (False, 'form')],
    'domain': [('x_partner_id', 'child_of', record.id)],
    'context': {'default_x_partner_id': record.id},
}
