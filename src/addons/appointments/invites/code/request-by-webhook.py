# Another program asks for an appointment: {key, id, customer_email, customer_name, requested_date, description, priority,
# location}. A draft for the time that it wants where somebody is free then, else without one; either way its customer is told.
{{tell}}


def read_moment(text, zone):
    # Naive UTC of '2026-12-03 10:00', '2026-12-03T10:00:00Z' or '…+01:00'; without a zone the company's clocks are meant.
    text = (text or '').strip().replace('T', ' ').replace('Z', '+00:00')
    if len(text) < 16:
        return False
    tail = text[16:]
    shift = None
    for sign in ('+', '-'):
        if sign in tail:
            hours, colon, minutes = tail.split(sign)[-1].partition(':')
            shift = (1 if sign == '+' else -1) * (int(hours[:2]) * 60 + int((minutes or hours[2:] or '0')[:2]))
    moment = datetime.datetime.strptime(text[:16], '%Y-%m-%d %H:%M')
    if shift is not None:
        return moment - datetime.timedelta(minutes=shift)
    local = timezone(zone).localize(moment)
    return moment - datetime.timedelta(seconds=int(local.utcoffset().total_seconds()))


def plain(text, most):
    return str(text or '').replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')[:most]


asked = env.context.get('{{asked}}')
action = {'id': False}
key = env['ir.config_parameter'].sudo().get_param('{{key}}')
email = str((asked or {}).get('customer_email') or '').strip().lower()
# Compared by what is made of both: how far they agree shows in no time that is taken.
twice = [env['mail.thread'].sudo()._encode_link('supportdesk compared', {'text': text}) for text in (key or '', str((asked or {}).get('key') or ''))]
if asked and key and twice[0] == twice[1] and '@' in email and ' ' not in email:
    visits = env['x_support.appointment'].sudo().with_context(mail_create_nosubscribe=True)
    name = 'webhook_%s' % ''.join([one for one in str(asked.get('id') or '') if one in 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'])[:60]
    known = env['ir.model.data'].sudo().search([('module', '=', '{{module}}'), ('name', '=', name), ('model', '=', 'x_support.appointment')], limit=1) if asked.get('id') else False
    visit = visits.browse(known.res_id).exists() if known else visits
    if not visit:
        people = env['res.partner'].sudo()
        customer = people.search([('email_normalized', '=', email)], order='id desc', limit=1) or people.create({'name': str(asked.get('customer_name') or email)[:100], 'email': email})
        zone = env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id.tz or 'UTC'
        kinds = env['x_support.appointment.type'].sudo()
        kind = kinds.search([('x_is_public', '=', True), ('x_name', '=', str(asked.get('type') or ''))], limit=1) or kinds.search([('x_is_public', '=', True)], limit=1)
        try:
            wanted = read_moment(str(asked.get('requested_date') or ''), zone)
        except Exception:
            wanted = False
        found = env.ref('{{free}}').with_user(1).with_context({{free_asked}}={
            'type': kind.id, 'technician': 0, 'customer': customer.id, 'appointment': 0,
            'from': str(wanted)[:19] if wanted and wanted > datetime.datetime.now() else False, 'days': 7, 'limit': 5,
        }).run() if kind else {'slots': []}
        epoch = datetime.datetime(1970, 1, 1)
        fits = [slot for slot in found['slots'] if wanted and slot['begin'] == int((wanted - epoch).total_seconds())]
        values = {
            'x_type_id': kind.id,
            'x_customer_id': customer.id,
            'x_description': '<p>%s</p>' % plain(asked.get('description'), 20000) if asked.get('description') else False,
            'x_priority': {'low': '0', 'normal': '1', 'high': '2', 'urgent': '3'}.get(str(asked.get('priority') or '').lower(), '1'),
            'x_location': str(asked.get('location') or '')[:200] or False,
            'x_created_via': 'api',
        }
        if fits:
            values.update({'x_scheduled_date': wanted, 'x_technician_id': fits[0]['technicians'][0]['id']})
        visit = visits._load_records([{'xml_id': '{{module}}.' + name, 'values': values}]) if asked.get('id') else visits.create(values)
        if not fits:
            tell_visit('visit_choose', visit)
            lang = env.company.partner_id.lang or 'en_US'
            moments = env['ir.qweb.field.datetime'].with_context(lang=lang, tz=zone)
            times = [moments.value_to_html(epoch + datetime.timedelta(seconds=slot['begin']), {'hide_seconds': True, 'tz_name': zone}) + ' – ' + ', '.join([one['name'] for one in slot['technicians']]) for slot in found['slots']]
            asked_for = str(asked.get('requested_date') or '')[:40] or '–'
            visit._message_log_batch(bodies={visit.id: say('visit.suggested', lang, {'wanted': asked_for, 'times': '; '.join(times) or '–'})})
    action = {'id': visit.id, 'reference': visit.x_reference}
