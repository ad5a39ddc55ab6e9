{{fire_mail}}

for record in records:
    actor = env.context.get('{{actor}}') or env.user.partner_id.id
    fire_mail('waiting' if record.x_state == '{{waiting}}' else 'solved', record, {'x_actor_id': actor})
