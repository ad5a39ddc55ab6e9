# Somebody wants it done: the service takes it up. What is forgotten does not come back, so the address is typed.
lang = env.user.lang
for request in records:
    if request.x_state not in ('draft', 'failed'):
        raise UserError(say('privacy.isAsked', lang, {}))
    if not request.x_partner_id:
        raise UserError(say('privacy.noContact', lang, {}))
    if request.x_kind == 'forget':
        if request.x_is_blocked:
            raise UserError(say('privacy.blocked', lang, {}))
        if (request.x_typed or '').strip().lower() != request.x_expected.strip().lower():
            raise UserError(say('privacy.typed', lang, {'expected': request.x_expected}))
    request.sudo().write({
        'x_state': 'requested', 'x_typed': False, 'x_error': False, 'x_counts': False, 'x_user_id': env.uid, 'x_requested_at': datetime.datetime.now(),
        'x_contact': say('privacy.contact', env.company.partner_id.lang or 'en_US', {'number': request.x_partner_id.id}),
    })
