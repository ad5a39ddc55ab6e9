asked = env.context.get('{{asked}}')
if asked:
    told = env['mail.notification'].sudo()
    message = env['mail.message'].sudo().search([('message_id', '=', asked['message_id'])], limit=1)
    if message and asked.get('again'):
        mails = env['mail.mail'].sudo().search([('mail_message_id', '=', message.id), ('state', 'in', ['outgoing', 'exception'])])
        if mails:
            mails.mark_outgoing()
            mails.send_after_commit()
        elif not told.search([('mail_message_id', '=', message.id), ('notification_status', '!=', 'exception')], limit=1):
            message.unlink()
            message = message.browse([])
    if not message:
        company = env['res.company'].sudo().search([], order='sequence, id', limit=1)
        sender = {'author_id': company.partner_id.id, 'email_from': company.email} if company.email else {}
        record = env[asked['model']].browse(asked['id']).with_context(mail_notify_force_send=True)
        message = record.message_notify(partner_ids=asked['to'], subject=asked['subject'], body=asked['text'], **sender)
        message.sudo().write({'message_id': asked['message_id']})
    action = {'recipients': [
        {'status': one.notification_status, 'reason': one.failure_reason or one.failure_type}
        for one in told.search([('mail_message_id', '=', message.id)])
    ]}
