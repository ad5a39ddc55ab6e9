{{fire_mail}}

just_now = datetime.datetime.now() - datetime.timedelta(minutes=10)
for record in records:
    is_new = record.create_date > just_now and (record.x_opened_at or record.create_date) > just_now
    if is_new and record.x_state != '{{done}}' and not record.x_is_automatic:
        events = env['x_support.mail_event'].sudo()
        line = events.search([('x_key', '=', 'opened-%s-desk' % record.id)], limit=1)
        if line:
            # The same line tells the rest of them.
            line.write({'x_key': 'opened-%s-all' % record.id, 'x_only': 'outside' if line.x_state != 'waiting' else False, 'x_state': 'waiting'})
            env.ref('__supportdesk__.cron_mail').sudo()._trigger()
        else:
            fire_mail('opened', record, {'x_only': 'outside', 'x_key': 'opened-%s-all' % record.id})
