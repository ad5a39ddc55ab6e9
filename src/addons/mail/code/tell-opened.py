{{fire_mail}}

for record in records:
    if record.x_state != '{{done}}':
        # The customer of a mail is found a moment later.
        only = False if record.x_partner_id else 'desk'
        fire_mail('opened', record, {'x_actor_id': env.user.partner_id.id, 'x_only': only, 'x_key': 'opened-%s-%s' % (record.id, only or 'all')})
