# Odoo has fetched mail. What it could not read it only logs: an IMAP server still has it as read, a POP server offers it for ever. So
# they are asked once more, and what Odoo does not know is taken in byte for byte, or goes on the ledger as not readable.
server = record
ours = ('x_support.intake', 'x_support.ticket')
kind = server._get_connection_type() if server.state == 'done' and server.object_id.model in ours else ''
messages = env['mail.message'].sudo()
entries = env['x_support.intake'].sudo()
yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
months = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')

def read_head(data):
    text = data.decode('utf-8', 'replace').replace('\r\n', '\n').replace('\n ', ' ').replace('\n\t', ' ')
    head = {}
    for line in text.split('\n'):
        head.setdefault(line.split(':')[0].strip().lower(), line[len(line.split(':')[0]) + 1:].strip())
    return head

def is_known(head):
    identity = head.get('message-id')
    if identity:
        return messages.search_count([('message_id', '=', identity)], limit=1) or entries.search_count([('x_message_id', '=', identity)], limit=1)
    # Odoo gave it an id that nobody can tell: it is known by who wrote, when, and about what.
    said = [('model', 'in', ours), ('message_id', 'like', '@localhost>'), ('email_from', 'ilike', head.get('from', '').split('<')[-1].split('>')[0])]
    try:
        sent = dateutil.parser.parse(head.get('date', ''), fuzzy=True).astimezone(dateutil.tz.UTC).replace(tzinfo=None)
        said.append(('date', '=', sent))
    except Exception:
        said.append(('create_date', '>=', yesterday))
    subject = head.get('subject', '')
    if subject and subject.isascii() and '=?' not in subject:
        said.append(('subject', '=', subject))
    return messages.search_count(said, limit=1)

def take(head, data):
    asked = {'message_id': head.get('message-id'), 'raw': b64encode(data).decode()}
    savepoint = env.cr.savepoint()
    try:
        env.ref('__supportdesk__.action_intake_hand_in').sudo().with_context({{taken}}=asked).run()
        savepoint.close(rollback=False)
    except Exception as problem:
        savepoint.close(rollback=True)
        detail = ('%s: %s' % (server.name, problem)).split(' while evaluating')[0][:300]
        told = dict(asked, subject=head.get('subject'), sender=head.get('from'), detail=detail)
        env.ref('__supportdesk__.action_intake_keep_unread').sudo().with_context({{asked}}=told).run()

try:
    if kind == 'imap':
        connection = server.connect()
        connection.select(readonly=True)
        answer, found = connection.search(None, 'SEEN', 'SINCE', '%02d-%s-%d' % (yesterday.day, months[yesterday.month - 1], yesterday.year))
        for number in found[0].split()[-500:]:
            answer, parts = connection.fetch(number, '(BODY.PEEK[HEADER])')
            head = read_head(parts[0][1])
            if not is_known(head):
                answer, parts = connection.fetch(number, '(BODY.PEEK[])')
                take(head, parts[0][1])
        connection.logout()
    if kind == 'pop':
        connection = server.connect()
        count, size = connection.stat()
        for number in range(1, min(count, 100) + 1):
            answer, lines, size = connection.top(number, 0)
            head = read_head(b'\n'.join(lines))
            data = b''
            if not head.get('message-id') or not is_known(head):
                answer, lines, size = connection.retr(number)
                data = b'\r\n'.join(lines) + b'\r\n'
            if not head.get('message-id'):
                # What Odoo has read it has deleted; what is left has come since, or is known by its bytes.
                head['message-id'] = '<%s@unnamed.invalid>' % env['ir.attachment']._compute_checksum(data)
            if is_known(head):
                # Of an earlier fetching, which is committed; what is taken in now goes with the next one.
                connection.dele(number)
            else:
                take(head, data)
        connection.quit()
except Exception as problem:
    # Odoo’s own fetching says where a server does not answer.
    log('Support: %s was not looked at again: %s' % (server.name, problem), level='warning')
