asked = env.context['{{asked}}']
known = model.sudo()
keys = {}
for address in asked['addresses']:
    keys['address ' + env['mail.thread'].sudo()._encode_link('supportdesk forgotten', {'address': address})] = address
action = {
    'external_ids': known.search([('x_key', 'in', asked['external_ids'])]).mapped('x_key') if asked['external_ids'] else [],
    'addresses': [keys[key] for key in known.search([('x_key', 'in', list(keys))]).mapped('x_key')] if keys else [],
}
