line = env['{{technician}}'].search([('x_user_id', '=', env.uid)], limit=1)
if not line:
    raise UserError(say('appointments.office.noLine', env.user.lang, {}))
action = env.ref('{{feed}}').with_context(active_model=line._name, active_id=line.id, active_ids=line.ids).run()
