{{sign}}


asked = env.context.get('{{asked}}')
if asked:
    action = {'is_ours': False, 'wanted': False, 'email': ''}
    partner = model.sudo().with_context(active_test=False).browse(asked['partner']).exists()
    if partner:
        # Compared by what is made of both: how far they agree shows in no time that is taken.
        twice = [env['mail.thread'].sudo()._encode_link('supportdesk compared', {'text': text}) for text in (sign_report(partner), asked['mac'])]
        if twice[0] == twice[1]:
            if asked['leave'] and partner.x_wants_report:
                partner.write({'x_wants_report': False})
            action = {'is_ours': True, 'wanted': partner.x_wants_report, 'email': partner.email or ''}
