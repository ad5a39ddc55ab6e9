{{fire_mail}}

for record in records:
    messages = env['mail.message'].sudo()
    on_it = [('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)]
    message = messages.search(on_it, order='id desc', limit=1)
    # What it was opened with is no answer, and what came too late for this ticket opens another, of which is told.
    goes_on_elsewhere = '{{event}}' == 'answered_by_customer' and record.x_state == '{{done}}' and record.x_reopen_until and record.x_reopen_until < datetime.datetime.now()
    spoken = [('id', '<', message.id), ('message_type', 'in', ['email', 'comment', 'email_outgoing', 'auto_comment'])]
    is_answer = record.create_date < message.create_date - datetime.timedelta(minutes=1) or messages.search_count(on_it + spoken, limit=1)
    if is_answer and not goes_on_elsewhere:
        fire_mail('{{event}}', record, {'x_actor_id': message.author_id.id, 'x_key': 'message-%s' % message.id, 'x_note': message.body})
