{{fire_mail}}

actor = env.context.get('{{actor}}') or env.user.partner_id.id
for template in records.mapped('x_stage_id.x_mail_template_id'):
    theirs = records.filtered(lambda ticket: ticket.x_stage_id.x_mail_template_id == template)
    fire_mail('stage', theirs, {'x_actor_id': actor, 'x_template_id': template.id})
