for record in records:
    if not record.x_is_on and not record.x_previewed_at:
        raise UserError(say('privacy.term.lookFirst', env.user.lang, {}))
    if record.x_months < 1:
        raise UserError(say('privacy.term.months', env.user.lang, {}))
    record.with_context(supportdesk_term_switch=True).write({'x_is_on': not record.x_is_on})
