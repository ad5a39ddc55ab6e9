{{fire_mail}}

for record in records:
    message = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
    # What it was opened with is no answer.
    if record.create_date < message.create_date - datetime.timedelta(minutes=1):
        fire_mail('{{event}}', record, {'x_actor_id': message.author_id.id, 'x_key': 'message-%s' % message.id, 'x_note': message.body})
