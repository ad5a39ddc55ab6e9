# Odoo has fetched mail. What it could not read it only logs: an IMAP server still has it, so it is asked for what came since
# yesterday, and what Odoo does not know goes on the ledger.
server = record
ours = ('x_support.intake', 'x_support.ticket')
if server.server_type == 'imap' and server.state == 'done' and server.object_id.model in ours:
    since = datetime.datetime.now() - datetime.timedelta(days=1)
    months = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    try:
        connection = server.connect()
        connection.select(readonly=True)
        answer, found = connection.search(None, 'SEEN', 'SINCE', '%02d-%s-%d' % (since.day, months[since.month - 1], since.year))
        for number in found[0].split()[-500:]:
            answer, parts = connection.fetch(number, '(BODY.PEEK[HEADER])')
            text = parts[0][1].decode('utf-8', 'replace').replace('\r\n', '\n').replace('\n ', ' ').replace('\n\t', ' ')
            head = {}
            for line in text.split('\n'):
                head.setdefault(line.split(':')[0].strip().lower(), line[len(line.split(':')[0]) + 1:].strip())
            identity = head.get('message-id')
            bounce = 'multipart/report' in head.get('content-type', '') or 'mailer-daemon@' in head.get('from', '').lower()
            known = identity and env['mail.message'].sudo().search([('message_id', '=', identity)], limit=1)
            if identity and not known and not bounce and not env['x_support.intake'].sudo().search([('x_message_id', '=', identity)], limit=1):
                answer, parts = connection.fetch(number, '(BODY.PEEK[])')
                env.ref('__supportdesk__.action_intake_keep_unread').sudo().with_context({{asked}}={
                    'message_id': identity,
                    'subject': head.get('subject'),
                    'sender': head.get('from'),
                    'detail': server.name,
                    'raw': b64encode(parts[0][1]).decode(),
                }).run()
        connection.logout()
    except Exception as problem:
        # Odoo’s own fetching says where a server does not answer.
        log('Support: %s was not looked at again: %s' % (server.name, problem), level='warning')
