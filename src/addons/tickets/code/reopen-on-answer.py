for record in records:
    if record.x_state in ('{{waiting}}', '{{done}}'):
        message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
        if message.author_id:
            record._track_set_author(message.author_id)
        record.write({'x_state': '{{working}}'})
