# The archive goes; that there was one stays.
for request in records.filtered(lambda one: one.x_kind == 'export' and one.x_state == 'ready'):
    env['ir.attachment'].sudo().search([('res_model', '=', request._name), ('res_id', '=', request.id)]).unlink()
    request.sudo().write({'x_state': 'expired', 'x_expires_at': datetime.datetime.now()})
