# What a mail to the customer offers: addresses of pages that need no login. They stand in the mail alone, and not on the
# ticket, where colleagues would read them, too.
{{sign}}


ticket = record.sudo()
customer = ticket.x_partner_id
kind = {'waiting': 'answer', 'reminded': 'answer', 'solved': 'answer', 'closed': 'answer', 'rating': 'rating'}.get(env.context.get('{{event}}'))
# A mail may be written some time after what it tells of.
is_open = ticket.x_state in ('{{waiting}}', '{{done}}') if kind == 'answer' else ticket.x_state == '{{done}}'
action = False
if kind and customer and is_open and ticket.x_active and not ticket.x_merged_into_id:
    parameters = env['ir.config_parameter'].sudo()
    links = env['x_support.ticket_link'].sudo()
    link = links.search([('x_ticket_id', '=', ticket.id)], limit=1)
    secret = link.x_secret
    if not secret:
        # The service makes them of chance; here it is what nobody can work out without the secret of the database.
        secret = env['mail.thread'].sudo()._encode_link('supportdesk link secret', {'ticket': ticket.id, 'at': str(datetime.datetime.now())})[:24]
        if link:
            link.write({'x_secret': secret})
        else:
            links._load_records([{'xml_id': '{{module}}.link_%s' % ticket.id, 'values': {'x_ticket_id': ticket.id, 'x_secret': secret}}])
    expires = int((datetime.datetime.now() - datetime.datetime(1970, 1, 1)).total_seconds()) + {{days}} * 86400
    begin = parameters.get_param('{{portal}}') or parameters.get_param('web.base.url')
    address = '%s/supportdesk/%s/%s/%s-%s' % (begin, 'rate' if kind == 'rating' else 'answer', ticket.id, expires, sign_answer(ticket, kind, expires, secret))
    if kind == 'rating':
        action = {'rate': address}
    else:
        is_waiting = ticket.x_state == '{{waiting}}'
        closes = ticket.x_closes_at if is_waiting and not ticket.x_closing_is_held else False
        action = {
            'solved': address + '/solved' if is_waiting else False,
            'not_yet': address + '/not-yet',
            # As the mail's language has it, where the customer is.
            'closes_at': env['ir.qweb.field.date'].value_to_html(closes, {'format': 'full'}) if closes else False,
        }
