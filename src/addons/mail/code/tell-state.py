{{fire_mail}}

for record in records:
    actor = env.context.get('{{actor}}') or env.user.partner_id.id
    # A stage that has a mail of its own speaks for itself, where anybody outside is told of stages.
    own = record.x_stage_mail_id
    if own:
        stages = env['x_support.mail_rule'].sudo().search([('x_event', '=', 'stage')], limit=1)
        own = stages.x_customer or stages.x_copied
    if not own:
        fire_mail('waiting' if record.x_state == '{{waiting}}' else 'solved', record, {'x_actor_id': actor})
