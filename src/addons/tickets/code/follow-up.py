# An answer to a ticket that is closed for good: it moves to the ticket that follows, which is made of it where there is none.
message = env['mail.message'].sudo().browse(env.context.get('{{late}}') or [])
now = datetime.datetime.now()
ticket = record.sudo()
for _ in range(10):
    ticket = ticket.x_follow_up_ids.filtered('x_active').sorted('id')[-1:] or ticket
is_over = ticket.x_state == '{{done}}' and ticket.x_reopen_until and ticket.x_reopen_until < now
if message and message.res_id == record.id:
    files = message.attachment_ids
    # Whoever follows the old ticket hears of it as of the new one.
    env['mail.mail'].sudo().search([('mail_message_id', '=', message.id)]).unlink()
    env['mail.notification'].sudo().search([('mail_message_id', '=', message.id)]).unlink()
    later = ticket
    if ticket == record or is_over:
        given = dict(x_name=record.x_name, x_description=message.body, x_user_id=False, x_follows_id=ticket.id)
        later = ticket.with_context(mail_create_nosubscribe=True).copy(given)
    message.write({'res_id': later.id, 'record_name': later.display_name})
    files.write({'res_model': 'x_support.ticket', 'res_id': later.id})
    if later != ticket:
        later.write({'x_file_ids': [(6, 0, files.ids)]})
        later.message_subscribe((record.message_partner_ids.filtered('partner_share') | message.author_id).ids)
    elif later.x_state in ('{{waiting}}', '{{done}}'):
        later._track_set_author(message.author_id)
        later.write({'x_state': '{{working}}'})
    (record | later).modified(['message_ids'])
