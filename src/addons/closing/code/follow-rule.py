# What a rule says now holds for what waits now; what waited before it was switched on waits from then on.
now = datetime.datetime.now()
for rule in records:
    closes = bool(rule.x_active and (rule.x_chase_days or rule.x_close_days))
    rates = bool(rule.x_active and rule.x_rating_share > 0)
    values = {}
    if closes != bool(rule.x_since):
        values['x_since'] = now if closes else False
    if rates != bool(rule.x_rating_since):
        values['x_rating_since'] = now if rates else False
    if values:
        rule.write(values)
waiting = env['x_support.ticket'].sudo().search([('x_state', '=', '{{waiting}}')])
if len(waiting) > int(env['ir.config_parameter'].sudo().get_param('{{most}}') or 200):
    # Nobody who saves a rule waits for thousands: the service has them follow, some at a time.
    records.write({'x_is_followed': True, 'x_followed_to': 0})
else:
    waiting.modified(['x_unheld_at'])
