def find_split(ticket, message, scope):
    # What goes: one message, or it and all that was said after it, notes in between included.
    if scope != 'after':
        return message
    on_ticket = [('model', '=', 'x_support.ticket'), ('res_id', '=', ticket.id), {{movable}}]
    later = ['|', ('date', '>', message.date), '&', ('date', '=', message.date), ('id', '>=', message.id)]
    return env['mail.message'].sudo().search(on_ticket + later, order='date, id')
