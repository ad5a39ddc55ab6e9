action = {
    'type': 'ir.actions.act_window',
    'name': record.x_name,
    'res_model': 'res.partner',
    'res_id': record.x_partner_id.id,
    'views': [(False, 'form')],
}
