{{fire_mail}}


def tell_visit(event, visit):
    # Written in the transaction of what happened; nothing where the matrix of mails tells nobody of it.
    if visit.x_ticket_id:
        actor = env.context.get('{{actor}}') or env.user.partner_id.id
        fire_mail(event, visit.x_ticket_id, {'x_key': '%s-%s-%s' % (event, visit.id, visit.x_revision), 'x_actor_id': actor})
