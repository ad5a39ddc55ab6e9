# A mail of ours did not arrive: a line says so, and an address that takes no mail gets nothing automatic any more. Known is what
# the report says, where its original is at hand, else what Odoo noted of it.
asked = env.context.get('{{asked}}')
if asked:
    entries = env['x_support.intake'].sudo().with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
    original = env['ir.attachment'].sudo().browse(asked.get('original') or [])
    told = env['mail.notification'].sudo().browse(asked.get('notification') or [])
    source = b64decode(original.datas).decode('utf-8', 'replace').replace('\r\n', '\n') if original else told.failure_reason or ''
    # The head first: what is said again below it is the report’s, or of the mail that it is about.
    said = {}
    for line in source.replace('\n ', ' ').replace('\n\t', ' ').split('\n'):
        name = line.split(':')[0].strip().lower()
        said.setdefault(name, []).append(line[len(line.split(':')[0]) + 1:].strip())
    first = lambda name: (said.get(name) or [''])[0]
    bare = lambda text: text.split(';')[-1].split('<')[-1].split('>')[0].strip().lower()
    kind = first('content-type').lower()
    is_report = not original or 'multipart/report' in kind or bare(first('from')).split('@')[0] == 'mailer-daemon'
    # A code has three parts: 5.1.1.
    codes = [word for word in source.replace('#', ' ').replace('(', ' ').replace(')', ' ').split() if word[0] in '45' and word.count('.') == 2 and word.replace('.', '').isdigit()]
    stated = [text.split(' ')[0] for text in said.get('status') or [] if text[:1] in ('4', '5')]
    code = (stated + codes + [''])[0]
    address = asked.get('address') or bare(first('final-recipient') or first('x-failed-recipients'))
    # The report names a mail that only its recipient has seen; else anybody could have an address marked.
    named = [text.split(' ')[0] for text in (said.get('message-id') or [])[1:]]
    message = told.mail_message_id or (env['mail.message'].sudo().search([('message_id', 'in', named)], limit=1) if named else told.mail_message_id)
    # Of the address itself, not of a full mailbox, of what was written, or of its sender.
    lasting = (code[:4] in ('5.0.', '5.1.', '5.4.') or code == '5.2.1') and code not in ('5.1.7', '5.1.8')
    contact = env['res.partner'].sudo().browse(asked.get('contact') or []) or env['res.partner'].sudo().search([('email_normalized', '=', address)], limit=1)
    day = datetime.datetime.now() - datetime.timedelta(days=1)
    entry = entries.search([('x_decision', '=', 'bounced'), ('x_email', '=', address), ('create_date', '>=', day), ('x_message_id', '=', False)], order='id desc', limit=1)
    again = not original and entries.search_count([('x_decision', '=', 'bounced'), ('x_email', '=', address), ('create_date', '=', env.cr.now())])
    if is_report and not again:
        values = {
            'x_decision': 'bounced',
            'x_reason': 'bounce_unknown' if not message else 'bounce_lasting' if lasting else 'bounce_passing',
            'x_email': address or False,
            'x_partner_id': contact.id,
            'x_detail': ' '.join((code + ' ' + bare(first('diagnostic-code'))).split())[:200] or False,
            'x_is_automatic': True,
            'x_ticket_id': message.res_id if message.model == 'x_support.ticket' else False,
        }
        if 'disposition-notification' in kind:
            # Read, not lost: a receipt.
            values = {'x_decision': 'filed', 'x_reason': 'machine_reply', 'x_email': bare(first('from')) or False, 'x_is_automatic': True}
        if original:
            values.update({
                'x_name': asked.get('subject') or first('subject') or False,
                'x_sender': asked.get('sender') or first('from') or False,
                'x_message_id': asked['message_id'],
                'x_original_id': original.id,
            })
        elif message:
            values['x_name'] = message.subject or message.record_name
        if entry and entry.x_reason == 'bounce_lasting':
            values.pop('x_reason')
        if entry:
            entry.write(values)
        else:
            entry = entries.create(values)
        if original:
            original.write({'res_id': entry.id})
        if values.get('x_reason') == 'bounce_lasting' and 'x_support.mail_block' in env:
            blocks = env['x_support.mail_block'].sudo().with_context(active_test=False)
            block = blocks.search([('x_name', '=', address)], limit=1)
            mark = {'x_name': address, 'x_reason': 'bounced', 'x_since': datetime.datetime.now(), 'x_detail': values['x_detail'], 'x_active': True}
            if block:
                block.write(mark)
            else:
                blocks.create(mark)
        # It may run behind the last flush of its transaction.
        env.flush_all()
        action = {'entry': entry.id}
