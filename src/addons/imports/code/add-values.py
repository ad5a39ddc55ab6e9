for refusal in records.filtered('x_value'):
    field = env['ir.model.fields'].sudo().search([('model', '=', 'x_support.ticket'), ('name', '=', refusal.x_field)])
    if field.ttype != 'selection' or field.state != 'manual':
        raise UserError(say('imports.fixedValues', env.user.lang, {'field': refusal.x_field}))
    if refusal.x_value not in field.selection_ids.mapped('value'):
        env['ir.model.fields.selection'].sudo().create({
            'field_id': field.id,
            'value': refusal.x_value,
            'name': refusal.x_value,
            'sequence': max([0] + field.selection_ids.mapped('sequence')) + 1,
        })
