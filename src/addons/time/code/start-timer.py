{{stop}}


lang = env.user.lang
# Whoever starts two at once starts one after the other: the later one waits here, and Odoo begins it anew.
env.user.sudo()._write_multi([{}])
mine = env['x_support.time'].search([('x_user_id', '=', env.uid), ('x_started_at', '!=', False)])
others = mine.filtered(lambda entry: entry.x_ticket_id != record)
names = ', '.join([entry.x_ticket_id.x_ticket_ref or entry.x_ticket_id.x_name for entry in others])
if not mine - others:
    stop_timers(others)
    env['x_support.time'].create({'x_ticket_id': record.id, 'x_user_id': env.uid, 'x_started_at': datetime.datetime.now()})
    if names:
        action = {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'message': say('time.stopped', lang, {'ticket': names}),
                'type': 'info',
                'next': {'type': 'ir.actions.client', 'tag': 'soft_reload'},
            },
        }
