for record in records:
    # What was merged stays closed; what is said on it goes where that went.
    if record.x_state in ('{{waiting}}', '{{done}}') and not record.x_merged_into_id:
        message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
        if record.x_state == '{{done}}' and record.x_reopen_until and record.x_reopen_until < datetime.datetime.now():
            # Short, since Odoo compiles it anew for every answer.
            env.ref('{{follow_up}}').sudo().with_context(active_model='x_support.ticket', active_id=record.id, active_ids=record.ids, {{late}}=message.id).run()
        else:
            if message.author_id:
                record._track_set_author(message.author_id)
            record.write({'x_state': '{{working}}'})
