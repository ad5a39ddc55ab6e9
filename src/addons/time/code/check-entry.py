for record in records:
    if record.x_hours < 0 or record.x_hours > 24:
        raise UserError(say('time.hours', env.user.lang, {}))
