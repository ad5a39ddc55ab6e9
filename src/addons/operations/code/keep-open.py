# A customer who is done is done; everybody else of the desk is held to it, and what closes by itself as well.
if env['ir.config_parameter'].sudo().get_param('{{parameter}}') == '1' and not env.context.get('{{actor}}'):
    for record in records:
        parts = record.sudo().x_child_ids.filtered(lambda ticket: ticket.x_state != '{{done}}')
        if parts:
            raise UserError(say('operations.hasOpenParts', env.user.lang, {'ticket': record.x_ticket_ref or record.x_name, 'parts': ', '.join([part.x_ticket_ref or part.x_name for part in parts])}))
