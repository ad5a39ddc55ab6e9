# The mail belongs to another ticket: its message and its files go there; of a ticket that it had opened only the pointer stays.
# Odoo looks at the groups of an action alone: what follows is done with all rights.
records.check_access('write')
records.x_move_to_id.check_access('write')
for entry in records.sudo():
    target = entry.x_move_to_id
    source = entry.x_ticket_id
    post = entry.x_post_id
    if not target or target == source:
        raise UserError(say('intake.chooseTicket', env.user.lang, {}))
    if post:
        files = post.attachment_ids
        post.write({'model': 'x_support.ticket', 'res_id': target.id, 'record_name': target.display_name})
        files.write({'res_model': 'x_support.ticket', 'res_id': target.id})
        source.write({'x_file_ids': [(3, file.id) for file in files]})
        if entry.x_decision == 'opened' and target == entry.x_moved_from_id:
            target.write({'x_file_ids': [(4, file.id) for file in files]})
        (source + target).modified(['message_ids'])
        if target.x_merged_into_id and target.x_merged_into_id == source:
            target.write({'x_merged_into_id': False, 'x_active': True})
        rest = env['mail.message'].sudo().search_count([('model', '=', 'x_support.ticket'), ('res_id', '=', source.id), ('message_type', 'in', ['email', 'comment', 'email_outgoing'])])
        if entry.x_decision == 'opened' and not rest:
            source.write({'x_merged_into_id': target.id, 'x_active': False})
        entry.write({'x_ticket_id': target.id, 'x_moved_from_id': source.id, 'x_move_to_id': False})
