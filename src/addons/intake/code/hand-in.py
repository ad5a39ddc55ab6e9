# A mail as it came, from whoever fetched it. A deployed action, since Odoo takes texts over RPC for UTF-8 and mails are bytes.
asked = env.context.get('{{asked}}')
if asked:
    known = env['mail.message'].sudo().search([('message_id', '=', asked['message_id'])], limit=1) if asked.get('message_id') else False
    action = {'id': False if known else env['mail.thread'].sudo().message_process('x_support.intake', b64decode(asked['raw']), save_original=True)}
