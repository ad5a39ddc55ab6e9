# A mail that carries a calendar: whether it answers an invitation of ours, and what then. Its address alone proves little, so
# no more than the customer could do with two clicks happens here; whatever it was, it becomes no ticket.
{{itip}}


{{answer}}


{{uid}}


def find_calendars(message, original):
    # As a part of the mail, or all there is of it.
    texts = []
    for file in message.attachment_ids - original:
        kind = file.mimetype or ''
        is_calendar = 'calendar' in kind or 'ics' in kind or kind == 'text/plain' or file.name.lower().endswith('.ics') or file.name == 'attachment'
        if is_calendar and file.file_size < 200000:
            texts.append(b64decode(file.datas or '').decode('utf-8', 'replace'))
    if not texts and original and original.file_size < 200000:
        source = b64decode(original.datas or '').decode('utf-8', 'replace').replace('\r\n', '\n')
        head, gap, body = source.partition('\n\n')
        head = head.lower()
        if 'content-type: text/calendar' in head:
            if 'content-transfer-encoding: base64' in head:
                body = b64decode(''.join(body.split())).decode('utf-8', 'replace')
            elif 'content-transfer-encoding: quoted-printable' in head:
                body = body.replace('=\n', '').replace('=3D', '=').replace('=3d', '=')
            texts.append(body)
    return [text for text in texts if 'BEGIN:VCALENDAR' in text]


takes = env.context.get('{{takes}}')
if takes:
    action = False
    message = env['mail.message'].sudo().browse(takes['message'])
    original = env['ir.attachment'].sudo().browse(takes['original'] or [])
    said = None
    for text in find_calendars(message, original):
        said = said or itip_read(text)
    if said:
        visits = env['x_support.appointment'].sudo().with_context(active_test=False)
        uuid = env['ir.config_parameter'].sudo().get_param('database.uuid')
        visit = visits.search([('x_reference', '=', said['uid'].split('.')[0])], limit=1) if said['uid'].endswith('@' + uuid) else visits
        visit = visit if visit and visit_uid(visit, uuid) == said['uid'] else visits
        customer = visit.x_customer_id
        answers = [answer for address, answer in said['answers'] if address == takes['address']] or [answer for address, answer in said['answers'] if len(said['answers']) == 1]
        answer = answers[0] if answers else ''
        action = {'reason': 'calendar_unknown', 'detail': ' '.join([part for part in (visit.x_reference, answer or said['method']) if part]), 'ticket': False}
        if visit and (not customer.email_normalized or customer.email_normalized != takes['address']):
            action['reason'] = 'calendar_stranger'
        elif visit:
            action['ticket'] = visit.x_ticket_id.id
            is_open = visit.x_active and visit.x_status in ('draft', 'confirmed') and visit.x_scheduled_date and visit.x_scheduled_date > datetime.datetime.now()
            if said['method'] != 'REPLY' or answer not in ('ACCEPTED', 'DECLINED'):
                action['reason'] = 'calendar_other'
                note_words(visit, said['comment'])
            elif not is_open or said['sequence'] < visit.x_revision:
                action['reason'] = 'calendar_old'
            else:
                action['reason'] = 'calendar'
                take_answer(visit, answer == 'ACCEPTED', said['comment'], 'mail_%s' % message.id)
