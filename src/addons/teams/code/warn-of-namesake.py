name = (record.x_name or '').strip()
if name and model.search_count([('x_name', '=', name), ('id', 'not in', record._origin.ids)], limit=1):
    action = {
        'warning': {
            'title': say('teams.namesake', env.user.lang, {'name': name}),
            'message': say('teams.namesake.help', env.user.lang, {'name': name}),
        },
    }
