# A mail that asks for an appointment, by the address that it went to or, where the organisation wants that, by its words: the
# ticket as always, and a draft whose time its sender chooses by a link.
{{tell}}


opened = env.context.get('{{opened}}')
if opened:
    get = env['ir.config_parameter'].sudo().get_param
    addresses = (get('{{addresses}}') or '').lower().split()
    words = [word.strip(' -') for word in (get('{{words}}') or '').lower().split('\n') if word.strip(' -')]
    ticket = record.sudo()
    asks = False
    for address in opened['towards']:
        local, at, domain = address.partition('@')
        asks = asks or address in addresses or local.split('+')[0] + at + domain in addresses
    if words and not asks:
        body = env['mail.message'].sudo().browse(opened['message']).body or ''
        text = (ticket.x_name or '') + ' ' + ' '.join([part.split('>')[-1] for part in body.split('<')])[:4000]
        text = text.lower()
        for mark in '.,;:!?()[]"\'/-_\n\t\r’“”«»':
            text = text.replace(mark, ' ')
        text = ' %s ' % ' '.join(text.split())
        for word in words:
            # Not every language puts spaces between its words.
            is_plain = len(word.encode()) == len(word)
            asks = asks or (' %s ' % word if is_plain else word) in text
    kind = env['x_support.appointment.type'].sudo().search([('x_is_public', '=', True)], limit=1)
    if asks and kind and ticket.x_partner_id:
        visit = env['x_support.appointment'].sudo().with_context(mail_create_nosubscribe=True).create({
            'x_type_id': kind.id,
            'x_customer_id': ticket.x_partner_id.id,
            'x_ticket_id': ticket.id,
            'x_description': ticket.x_description,
            'x_priority': ticket.x_priority,
            'x_created_via': 'mail',
        })
        tell_visit('visit_choose', visit)
