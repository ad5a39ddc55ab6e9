for record in records:
    sequence = env['ir.sequence'].sudo().create({'name': 'Support: turns of %s' % record.x_name, 'implementation': 'standard', 'padding': 0})
    record.write({'x_assign_turn_id': sequence.id})
