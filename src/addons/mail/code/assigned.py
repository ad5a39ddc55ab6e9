{{fire_mail}}

before = env.context.get('old_values') or {}
former = {ticket.id: (before.get(ticket.id) or {}).get('x_user_id') or env['res.users'] for ticket in records}
moved = records.filtered(lambda ticket: former[ticket.id] != ticket.x_user_id)
leaving = env['res.users']
for one in former.values():
    leaving |= one
for user in leaving:
    left = moved.filtered(lambda ticket: former[ticket.id] == user and user.partner_id != ticket.x_partner_id)
    left.message_unsubscribe(user.partner_id.ids)
for user in moved.mapped('x_user_id'):
    theirs = moved.filtered(lambda ticket: ticket.x_user_id == user)
    theirs.message_subscribe(user.partner_id.ids)
    if user != env.user:
        fire_mail('assigned', theirs, {'x_actor_id': env.user.partner_id.id})
