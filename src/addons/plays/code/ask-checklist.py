user = env.user
# Only people at the desk can be asked. A customer who closes, and what closes by itself, must not fail on it.
is_asked = user.has_group('base.group_user') and not user.has_group('{{service}}') and env.uid != 1
ask_all = env['ir.config_parameter'].sudo().get_param('{{parameter}}') == '1'
for record in records:
    # What is merged goes on in another ticket.
    if is_asked and not record.x_merged_into_id:
        missing = record.x_checklist_ids.filtered(lambda item: not item.x_is_done and (ask_all or item.x_is_required))
        if missing:
            raise UserError(say('plays.refused.checklist', user.lang, {'ticket': record.x_ticket_ref or record.x_name, 'items': ', '.join(missing.mapped('x_name'))}))
