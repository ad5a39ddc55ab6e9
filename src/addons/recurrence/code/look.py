asked = env.context.get('{{asked}}')
if asked:
    now = asked['now']
    action = {'found': model.sudo().search_count([('x_next_at', '<=', now), '|', ('x_retry_at', '=', False), ('x_retry_at', '<=', now)], limit=1)}
