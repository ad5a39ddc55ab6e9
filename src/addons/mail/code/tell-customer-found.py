{{fire_mail}}

just_now = datetime.datetime.now() - datetime.timedelta(minutes=10)
for record in records:
    is_new = record.create_date > just_now and (record.x_opened_at or record.create_date) > just_now
    if is_new and record.x_state != '{{done}}' and not record.x_is_automatic:
        fire_mail('opened', record, {'x_only': 'outside', 'x_key': 'opened-%s-outside' % record.id})
