{{reply_address}}


{{find_address}}


first_company = env['res.company'].sudo().search([], order='sequence, id', limit=1)

for mail in records.sudo():
    message = mail.mail_message_id
    ticket = env['x_support.ticket'].sudo().browse(message.res_id).exists()
    if ticket:
        company = ticket.x_company_id or first_company
        address = find_address(ticket.x_team_id, company)
        name = ticket.x_team_id.x_name or company.name
        reference = ticket.x_ticket_ref or ''
        # What came in, too: its subject may name another thing, and nobody may send in a customer's own name.
        subject = message.subject or ticket.x_name or ''
        # An answer to a mail of ours has it already.
        if reference and reference not in subject:
            subject = '[%s] %s' % (reference, subject)
        if len(subject) > {{longest}}:
            subject = subject[:{{longest}} - 1] + '…'
        values = {'subject': subject}
        if '@' in address:
            bare = address.rpartition('<')[2].replace('>', '').strip()
            signs = env['ir.config_parameter'].sudo().get_param('{{signed}}') != '0'
            values['reply_to'] = '"%s" <%s>' % (name.replace('"', ''), reply_address(ticket.id, bare) if signs else bare)
            # Who is known by an address alone stays known by it.
            if message.author_id:
                author = message.author_id.name if message.author_id != company.partner_id else name
                values['email_from'] = '"%s" <%s>' % ((author or name).replace('"', ''), bare)
        message.write(values)
        # Only what the other side has seen: a program that meets a reference it does not know begins a new conversation.
        seen = env['mail.message'].sudo().search([
            ('model', '=', 'x_support.ticket'), ('res_id', '=', ticket.id), ('id', '<', message.id),
            ('message_type', 'in', ['comment', 'email', 'email_outgoing', 'auto_comment']),
            ('is_internal', '=', False), ('subtype_id.internal', '=', False),
        ], order='id desc', limit=3)
        changes = {'references': ' '.join([one.message_id for one in seen.sorted('id') if one.message_id] + [message.message_id])}
        if message.message_type in ('auto_comment', 'user_notification', 'notification'):
            known = (mail.headers or '{}').strip()
            changes['headers'] = "%s'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All'}" % ('{' if known == '{}' else known[:-1] + ', ')
        mail.write(changes)
        # Code of Odoo's leaves its mails to a queue that is looked at once an hour.
        # This code runs in such a context itself, so it looks at that of whoever wrote the mail.
        waits = False
        for done in (env.context.get('__action_done') or {}).values():
            waits = waits or done._name == 'mail.mail' and done.env.context.get('mail_notify_force_send') is False
        queue = env.ref('mail.ir_cron_mail_scheduler_action').sudo()
        triggers = env['ir.cron.trigger'].sudo()
        if waits:
            if not triggers.search_count([('cron_id', '=', queue.id), ('create_date', '>=', env.cr.now())], limit=1):
                queue._trigger()
        else:
            # It is sent once this is committed. Should Odoo die in between, the queue finds it soon.
            soon = datetime.datetime.now() + datetime.timedelta(minutes=2)
            if not triggers.search_count([('cron_id', '=', queue.id), ('call_at', '>', datetime.datetime.now() + datetime.timedelta(minutes=1))], limit=1):
                queue._trigger(at=soon)
