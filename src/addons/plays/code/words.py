{{escape}}


{{pick_text}}


def fill(text, values, is_html, gaps):
    # Names in double braces by what they stand for: plain substitution, so nothing in a text is ever carried out. Names
    # that nobody knows stay; those for which there is nothing stay, too, and are told in `gaps`.
    begin = '{' * 2
    end = '}' * 2
    parts = ('%s' % (text or '')).split(begin)
    filled = parts[0]
    for part in parts[1:]:
        name, close, rest = part.partition(end)
        key = name.replace('&nbsp;', ' ').strip().lower()
        value = (values.get(key) or '').replace(begin, '{')
        if not close or key not in values:
            filled += begin + part
        elif value:
            filled += (escape(value) if is_html else value) + rest
        else:
            gaps.append(key)
            filled += begin + name + end + rest
    return filled


def mark(text, gaps):
    # Where something is missing shows, until somebody fills it in.
    for key in gaps:
        name = '{' * 2 + key + '}' * 2
        text = text.replace(name, '<span class="text-bg-warning">%s</span>' % name)
    return text


def unmark(text):
    return ('%s' % (text or '')).replace(' class="text-bg-warning"', '')


def has_words(text):
    # What Odoo's editor leaves behind where a text was deleted is no text.
    plain = '%s' % (text or '')
    for tag in ('<p>', '</p>', '<br>', '<br/>', '<div>', '</div>', '&nbsp;'):
        plain = plain.replace(tag, '')
    return bool(plain.strip())


def say_time(moment, pattern, lang, tz):
    return env['ir.qweb.field.datetime'].with_context(lang=lang).value_to_html(moment, {'format': pattern, 'tz_name': tz})


def find_customer_variables(partner, lang, day):
    # What is known before there is a ticket.
    tz = partner.tz or env.company.partner_id.tz or env.user.tz or 'UTC'
    return {
        'customer': partner.name or '',
        'company': partner.commercial_partner_id.name or '',
        'technician': env.user.name or '',
        # Noon is that day wherever the customer is.
        'date': '%s' % say_time(datetime.datetime(day.year, day.month, day.day, 12), 'd MMMM y', lang, 'UTC') if day else '%s' % say_time(datetime.datetime.now(), 'd MMMM y', lang, tz),
    }


def find_variables(ticket, lang, day):
    partner = ticket.x_partner_id
    tz = partner.tz or env.company.partner_id.tz or env.user.tz or 'UTC'
    parameters = env['ir.config_parameter'].sudo()
    portal = parameters.get_param('{{portal}}') or parameters.get_param('web.base.url') or ''
    values = find_customer_variables(partner, lang, day)
    values.update({
        'ticket': ticket.x_ticket_ref or '',
        'subject': ticket.x_name or '',
        'assignee': ticket.x_user_id.name or '',
        'team': ticket.x_team_id.with_context(lang=lang).x_name or '',
        'deadline': '%s' % say_time(ticket.x_sla_deadline, 'd MMMM y HH:mm', lang, tz) if ticket.x_sla_deadline else '',
        'opened': '%s' % say_time(ticket.x_opened_at, 'd MMMM y', lang, tz) if ticket.x_opened_at else '',
        'link': '%s/my/tickets/%s' % (portal, ticket.id),
    })
    return values
