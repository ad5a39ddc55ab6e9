def show_split(dialog):
    return {
        'type': 'ir.actions.act_window',
        'name': say('operations.split', env.user.lang, {'ticket': dialog.x_ticket_id.x_ticket_ref or ''}),
        'res_model': dialog._name,
        'res_id': dialog.id,
        'views': [(env.ref('{{form}}').id, 'form')],
        'target': 'new',
    }


def choose_message(dialog, message, scope):
    # Of what a message says comes the new ticket's subject, and of its author whose it is: a customer, if it is one.
    author = message.author_id
    words = ' '.join(message.body.striptags().split()) if message.body else ''
    dialog.write({
        'x_message_id': message.id,
        'x_scope': scope,
        'x_subject': message.subject or (words if len(words) <= {{subject}} else words[:{{subject}}].rsplit(' ', 1)[0] + ' …') or dialog.x_ticket_id.x_name,
        'x_partner_id': author.id if author.partner_share else dialog.x_ticket_id.x_partner_id.id,
        'x_confirmed': False,
        'x_warning': False,
    })
