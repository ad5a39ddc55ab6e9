{{sign}}


def link_visit(visit):
    # The address under which its customer sees and changes a visit without a login, for mails to nobody else. Good until
    # a month after it, or from now where that is later.
    links = env['x_support.appointment.link'].sudo()
    link = links.search([('x_appointment_id', '=', visit.id)], limit=1)
    secret = link.x_secret
    now = int((datetime.datetime.now() - datetime.datetime(1970, 1, 1)).total_seconds())
    if not secret:
        # What nobody can work out without the secret of the database.
        secret = env['mail.thread'].sudo()._encode_link('supportdesk visit secret', {'visit': visit.id, 'at': str(datetime.datetime.now())})[:24]
        if link:
            link.write({'x_secret': secret})
        else:
            links._load_records([{'xml_id': '{{module}}.visit_link_%s' % visit.id, 'values': {'x_appointment_id': visit.id, 'x_secret': secret}}])
    last = int((visit.x_end_datetime - datetime.datetime(1970, 1, 1)).total_seconds()) if visit.x_end_datetime else 0
    expires = max(now, last) + {{days}} * 86400
    parameters = env['ir.config_parameter'].sudo()
    begin = parameters.get_param('{{portal}}') or parameters.get_param('web.base.url')
    return '%s/supportdesk/visit/%s/%s-%s' % (begin, visit.id, expires, sign_visit(visit, expires, secret))
