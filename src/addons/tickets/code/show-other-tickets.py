company = record.x_partner_id.commercial_partner_id
action = {
    'type': 'ir.actions.act_window',
    'name': company.display_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'kanban'), (False, 'form')],
    'domain': [('x_partner_id', 'child_of', company.id), ('id', '!=', record.id)],
    'context': {'search_default_open': 1, 'default_x_partner_id': record.x_partner_id.id},
}
