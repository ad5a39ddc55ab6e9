{{fire_mail}}

actor = env.context.get('{{actor}}') or env.user.partner_id.id
# A stage that has a mail of its own speaks for itself, where anybody outside is told of stages.
stages = env['x_support.mail_rule'].sudo().search([('x_event', '=', 'stage')], limit=1)
spoken = records.filtered('x_stage_mail_id') if stages.x_customer or stages.x_copied else records.browse()
waiting = (records - spoken).filtered(lambda ticket: ticket.x_state == '{{waiting}}')
fire_mail('waiting', waiting, {'x_actor_id': actor})
fire_mail('solved', records - spoken - waiting, {'x_actor_id': actor})
