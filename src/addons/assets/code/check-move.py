for record in records:
    if record.x_quantity < 1:
        raise UserError(say('assets.quantity', env.user.lang, {}))
    if not record.x_date:
        record.write({'x_date': datetime.date.today()})
