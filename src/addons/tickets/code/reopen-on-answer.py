for record in records:
    message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
    subject = (message.subject or '').lower()
    automatic = ('automatic reply', 'auto:', 'out of office', 'automatisch antwoord', 'afwezig', 'réponse automatique', 'respuesta automática', 'automatische antwort', 'ตอบกลับอัตโนมัติ')
    if record.x_state in ('{{waiting}}', '{{done}}') and not subject.startswith(automatic):
        if message.author_id:
            record._track_set_author(message.author_id)
        record.write({'x_state': '{{working}}'})
