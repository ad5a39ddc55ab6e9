message = env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id), ('message_type', 'in', ['comment', 'email'])], order='id desc', limit=1)
technicians = env.ref('{{technicians}}').users
user = message.author_id.user_ids.filtered(lambda user: user.active and user in technicians)[:1]
# Nobody answers who a machine writes for.
if user:
    record.with_context(mail_notrack=True).write({'x_user_id': user.id})
    author = env.ref('base.partner_root')
    note = say('assignment.answerer', env.company.partner_id.lang, {'name': user.name})
    record._message_log_batch(bodies={record.id: note}, author_id=author.id, email_from=author.email)
