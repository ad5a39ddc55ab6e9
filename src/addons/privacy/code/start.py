# From a contact to a request about it: nothing happens before it is confirmed there.
action = {
    'type': 'ir.actions.act_window',
    'name': say('privacy.request', env.user.lang, {}),
    'res_model': '{{request}}',
    'views': [(False, 'form')],
    'target': 'current',
    'context': {'default_x_partner_id': record.id},
}
