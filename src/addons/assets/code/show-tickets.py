action = {
    'type': 'ir.actions.act_window',
    'name': record.display_name,
    'res_model': 'x_support.ticket',
    'views': [(False, 'list'), (False, 'kanban'), (False, 'graph'), (False, 'form')],
    'domain': [('x_equipment_ids', 'in', record.ids)],
    'context': {'default_x_equipment_ids': [(6, 0, record.ids)], 'default_x_partner_id': record.x_partner_id.id},
}
