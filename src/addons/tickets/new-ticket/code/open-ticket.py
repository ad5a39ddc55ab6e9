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
            reference = (ticket.x_ticket_ref or '#%s' % ticket.id).replace('"', '')
            # A copy: where Odoo begins a call anew, it gets the same context.
            values = dict(asked['line']['values'])
            for name in ['x_name', 'x_payload']:
                values[name] = values[name].replace('[[reference]]', reference).replace('[[id]]', str(ticket.id))
            values['x_record'] = 'x_support.ticket,%s' % ticket.id
            env['x_support.outbox']._load_records([{'xml_id': asked['line']['xml_id'], 'values': values}])
