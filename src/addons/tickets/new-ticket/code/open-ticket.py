asked = env.context.get('{{asked}}')
if asked:
    known = env['ir.model.data'].search([('module', '=', asked['module']), ('name', '=', asked['name'])], limit=1)
    if known:
        action = {'ids': [known.res_id], 'messages': []}
    else:
        action = model.with_context(tz='UTC', mail_create_nosubscribe=True).load(asked['columns'], [asked['cells']])
        if action['ids']:
            ticket = model.browse(action['ids'])
            ticket.message_subscribe([asked['customer']])
