# A technician's own calendar; an administrator sees to anybody's.
{{visit_feed}}


user = record.x_user_id
if user and (user == env.user or env.user.has_group('__supportdesk__.group_administrator')):
    feed = visit_feed(user.partner_id, True, 'make')
    action = {
        'type': 'ir.actions.act_window',
        'name': say('visit.feed.title', env.user.lang, {}),
        'res_model': 'x_support.appointment.feed',
        'res_id': feed.id,
        'views': [(False, 'form')],
        'target': 'new',
    }
else:
    raise UserError(say('visit.feed.notYours', env.user.lang, {}))
