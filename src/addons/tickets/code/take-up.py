# The desk's first word to the customer is the beginning of its work. Nobody works where a machine writes.
message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id), ('message_type', 'in', ['comment', 'email'])], order='id desc', limit=1)
if message.author_id.user_ids & env.ref('{{technicians}}').users:
    record._track_set_author(message.author_id)
    record.write({'x_state': '{{working}}'})
