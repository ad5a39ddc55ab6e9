# What waits, and what is to be removed: asked to `look`, to `take` up the next archive, or to `end` one.
asked = env.context['{{asked}}']
now = datetime.datetime.now()
requests = model.sudo()
# What the command line asks for it does itself.
waiting = requests.search([('x_state', 'in', ['requested', 'running']), '|', ('x_kind', '=', 'forget'), ('x_via', '=', 'odoo')], order='id')
old = requests.search([('x_state', '=', 'ready'), ('x_expires_at', '<=', now)])
if asked['do'] == 'look':
    action = {'found': len(waiting) + len(old), 'requests': []}
elif asked['do'] == 'tidy':
    env['ir.attachment'].sudo().search([('res_model', '=', requests._name), ('res_id', 'in', old.ids)]).unlink()
    old.write({'x_state': 'expired'})
    # A dialog that somebody opened and left, and that names a person.
    yesterday = now - datetime.timedelta(days=1)
    requests.search([('x_state', '=', 'draft'), ('create_date', '<', yesterday)]).unlink()
    requests.search([('x_state', '=', 'running'), ('x_kind', '=', 'export'), ('x_via', '=', 'shell'), ('x_requested_at', '<', yesterday)]).write({'x_state': 'failed', 'x_ended_at': now})
    action = {'found': len(old), 'requests': []}
elif asked['do'] == 'take':
    action = {'found': len(waiting), 'requests': []}
    for one in waiting:
        if one.x_kind == 'export' and one.x_state == 'requested':
            one.write({'x_state': 'running', 'x_started_at': now})
        action['requests'].append({'id': one.id, 'kind': one.x_kind, 'contact': one.x_partner_id.id or 0, 'with_internal': one.x_with_internal, 'number': one.x_contact or ''})
elif asked['do'] == 'ask':
    one = requests.create({
        'x_kind': asked['kind'], 'x_partner_id': asked['contact'], 'x_via': 'shell', 'x_with_internal': asked.get('with_internal', True), 'x_state': 'requested' if asked['kind'] == 'forget' else 'running', 'x_user_id': env.uid, 'x_requested_at': now,
        'x_contact': say('privacy.contact', env.company.partner_id.lang or 'en_US', {'number': asked['contact']}),
    })
    action = {'found': 1, 'requests': [{'id': one.id, 'kind': one.x_kind, 'contact': asked['contact'], 'with_internal': one.x_with_internal, 'number': one.x_contact}]}
else:
    one = requests.browse(asked['request']).exists()
    values = {'x_state': asked['state'], 'x_ended_at': now, 'x_error': asked.get('error') or False, 'x_counts': '\n'.join(['%s %s' % (name, count) for name, count in sorted((asked.get('counts') or {}).items())])}
    if asked['state'] == 'ready':
        values['x_expires_at'] = now + datetime.timedelta(days=asked['days'])
        values['x_file_ids'] = [(6, 0, env['ir.attachment'].sudo().search([('res_model', '=', requests._name), ('res_id', '=', one.id)], order='id').ids)]
    one.write(values)
    action = {'found': len(one), 'requests': []}
