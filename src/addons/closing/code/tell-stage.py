{{fire_mail}}

for record in records:
    actor = env.context.get('{{actor}}') or env.user.partner_id.id
    fire_mail('stage', record, {'x_actor_id': actor, 'x_template_id': record.x_stage_id.x_mail_template_id.id})
