asked = env.context.get('{{asked}}')
if asked:
    names = env['ir.model.data']
    ticket = model.browse(asked['ticket'])
    # Where a merged ticket goes on, though it was merged while the customer was writing.
    for _ in range(10):
        ticket = ticket.x_merged_into_id or ticket
    message = asked['message']
    # It may have come too late for this ticket, and opened the next.
    is_over = ticket.x_state == '{{done}}' and ticket.x_reopen_until and ticket.x_reopen_until < datetime.datetime.now()
    posted = env['mail.message']
    if message:
        known = names.search([('module', '=', '{{module}}'), ('name', '=', message['name'])], limit=1)
        if known:
            posted = env['mail.message'].sudo().browse(known.res_id).exists()
            # The same words with other files: these go to them. Else it is left alone: Odoo sends its mails meanwhile, and a
            # write would have the queue forget that it has sent one, and send it again.
            files = [(4, file) for file in message['files'] if file not in posted.attachment_ids.ids]
            if files:
                posted.write({'attachment_ids': files})
        else:
            author = env['res.partner'].browse(asked['author'])
            # As Odoo's own robot: it takes who is at work for the author, would mail the customer their own words and
            # leave out whoever else has this account.
            posted = ticket.with_user(1).with_context(mail_create_nosubscribe=True).message_post(
                body=message['html'],
                body_is_html=True,
                author_id=author.id,
                # Odoo refuses an author without an email address, unless the sender's address is given.
                email_from=author.email_formatted or asked['login'],
                message_type='comment',
                subtype_xmlid='mail.mt_comment',
                attachment_ids=message['files'],
            )
            names.create({'module': '{{module}}', 'name': message['name'], 'model': 'mail.message', 'res_id': posted.id})
    posted = posted.sudo()
    action = {'ticket': posted.res_id if posted and posted.model == 'x_support.ticket' else ticket.id}
    # After the message, which would put a ticket that is done back to work.
    change = asked['change']
    if change and not (is_over and change['state'] != '{{done}}') and not names.search([('module', '=', '{{module}}'), ('name', '=', change['name'])], limit=1):
        names.create({'module': '{{module}}', 'name': change['name'], 'model': 'x_support.ticket', 'res_id': ticket.id})
        ticket._track_set_author(env['res.partner'].browse(asked['author']))
        ticket.with_context({{actor}}=asked['author']).write({'x_state': change['state']})
