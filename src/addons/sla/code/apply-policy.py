{{clock}}


for record in records:
    record.write({'x_applied_terms': render_offer(record)})
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {
        'type': 'success',
        'message': say('sla.applied', env.user.lang, {}),
        'next': {'type': 'ir.actions.act_window_close'},
    },
}
