# What is said on a ticket that was merged belongs to the one that it went into, whichever door it came by.
message = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.id)], order='id desc', limit=1)
survivor = record.sudo()
for _ in range(10):
    survivor = survivor.x_merged_into_id or survivor
if message and survivor != record:
    # Odoo has told those who follow the old one; everybody who follows hears of it as of the one that goes on.
    env['mail.mail'].sudo().search([('mail_message_id', '=', message.id)]).unlink()
    env['mail.notification'].sudo().search([('mail_message_id', '=', message.id)]).unlink()
    files = message.attachment_ids
    message.write({'res_id': survivor.id, 'record_name': survivor.display_name})
    files.write({'res_model': 'x_support.ticket', 'res_id': survivor.id})
    (record | survivor).modified(['message_ids'])
    survivor._notify_thread(message)
    if {{is_received}} and survivor.x_state in ('{{waiting}}', '{{done}}'):
        env.ref('{{answered}}').sudo().action_server_ids.with_context(active_model='x_support.ticket', active_id=survivor.id, active_ids=survivor.ids).run()
