action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.time',
    'views': [(False, 'list'), (False, 'pivot'), (False, 'form')],
    'domain': [('x_ticket_id.x_partner_id', 'child_of', record.id)],
}
