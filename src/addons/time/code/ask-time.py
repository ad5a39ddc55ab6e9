# Of people at the desk alone: what closes by itself, by a mail, on the portal or by an import is not asked.
user = env.user
is_asked = user.has_group('{{technicians}}') and not user.has_group('{{service}}') and env.uid != 1
if is_asked and env['ir.config_parameter'].sudo().get_param('{{parameter}}') == '1':
    for record in records:
        if not record.x_merged_into_id and not env['x_support.time'].sudo().search_count([('x_ticket_id', '=', record.id)], limit=1):
            raise UserError(say('time.asked', user.lang, {'ticket': record.x_ticket_ref or record.x_name}))
