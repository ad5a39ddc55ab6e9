{{fire_mail}}

tickets = records.filtered(lambda ticket: ticket.x_state != '{{done}}')
actor = env.user.partner_id.id
# The customer of a mail is found a moment later, and nobody reads what a machine is told.
known = tickets.filtered(lambda ticket: ticket.x_partner_id and not ticket.x_is_automatic)
fire_mail('opened', known, {'x_actor_id': actor, 'x_key': 'opened-{id}-all'})
fire_mail('opened', tickets - known, {'x_actor_id': actor, 'x_only': 'desk', 'x_key': 'opened-{id}-desk'})
