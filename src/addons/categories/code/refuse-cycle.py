if records._has_cycle('x_parent_id'):
    raise UserError(say('categories.cycle', env.user.lang, {'name': record.x_name}))
