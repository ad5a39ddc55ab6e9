{{fire_mail}}

for record in records:
    if record.x_user_id != env.user:
        fire_mail('assigned', record, {'x_actor_id': env.user.partner_id.id})
