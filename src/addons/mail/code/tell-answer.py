{{fire_mail}}

for record in records:
    message = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
    # What it was opened with is no answer, and what came too late for this ticket opens another, of which is told.
    goes_on_elsewhere = '{{event}}' == 'answered_by_customer' and record.x_state == '{{done}}' and record.x_reopen_until and record.x_reopen_until < datetime.datetime.now()
    if record.create_date < message.create_date - datetime.timedelta(minutes=1) and not goes_on_elsewhere:
        fire_mail('{{event}}', record, {'x_actor_id': message.author_id.id, 'x_key': 'message-%s' % message.id, 'x_note': message.body})
