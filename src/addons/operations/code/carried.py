def find_carried():
    # What belongs to a ticket, each as [model, domain, field that leads to the ticket, field that leads to a message].
    own = [('res_model', '=', 'x_support.ticket')]
    kinds = [
        ['mail.message', [('model', '=', 'x_support.ticket'), {{movable}}], 'res_id', ''],
        ['ir.attachment', own + [('res_field', '=', False)], 'res_id', ''],
        ['mail.activity', own, 'res_id', ''],
        ['rating.rating', own, 'res_id', ''],
    ]
    # Whoever declares such a model says so in a line of its own.
    begin = '{{goes}}'
    for line in env['ir.config_parameter'].sudo().search([('key', '=like', begin + '%')], order='key'):
        model = line.key[len(begin):]
        fields = (line.value or '').split() + ['', '']
        if model in env and fields[0] in env[model]._fields:
            kinds.append([model, [], fields[0], fields[1]])
    return kinds


def carry(model, field, ids, target):
    # To another ticket, and nobody hears of it.
    values = {field: target.id}
    if model == 'mail.message':
        values['record_name'] = target.display_name
    env[model].sudo().with_context({{silent}}, active_test=False).browse(ids).write(values)


def keep_values(ticket):
    # What closing a ticket changes on it, to be put back as if it had never been closed.
    kept = {'x_state': ticket.x_state}
    for name in {{kept}}:
        if name in ticket._fields:
            value = ticket[name]
            kept[name] = value.id if name.endswith('_id') else str(value)[:19] if value and name.endswith('_at') else value or False
    return kept


def link_to(ticket):
    return '<a href="#" data-oe-model="x_support.ticket" data-oe-id="%s">%s</a>' % (ticket.id, ticket.x_ticket_ref or '#%s' % ticket.id)


def lock(tickets):
    # Who comes second waits here, and is begun anew by Odoo where the first has changed any of them: an answer, too, writes
    # on its ticket.
    env.cr.execute('SELECT id FROM x_support_ticket WHERE id IN %s ORDER BY id FOR UPDATE', [tuple(tickets.ids)])
    tickets.check_access('write')


def note(ticket, words):
    ticket.with_context({{silent}}, mail_create_nosubscribe=True).message_post(body='<p>%s</p>' % words, body_is_html=True, subtype_xmlid='mail.mt_note')


def last_message():
    return env['mail.message'].sudo().search([], order='id desc', limit=1).id


def show_ticket(ticket, words, kind):
    return {
        'type': 'ir.actions.client',
        'tag': 'display_notification',
        'params': {
            'type': kind,
            'message': words,
            'next': {
                'type': 'ir.actions.act_window',
                'res_model': 'x_support.ticket',
                'res_id': ticket.id,
                'views': [(False, 'form')],
            },
        },
    }
