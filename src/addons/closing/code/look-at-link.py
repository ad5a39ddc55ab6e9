# Whether a link of a mail still opens its ticket, and what its page shows.
{{sign}}


asked = env.context.get('{{asked}}')
if asked:
    action = {'is_ours': False}
    ticket = model.sudo().with_context(active_test=False).browse(asked['ticket']).exists()
    second = int((datetime.datetime.now() - datetime.datetime(1970, 1, 1)).total_seconds())
    secret = env['x_support.ticket_link'].sudo().search([('x_ticket_id', '=', asked['ticket'])], limit=1).x_secret
    if ticket and secret and ticket.x_active and not ticket.x_merged_into_id and asked['expires'] > second:
        customer = ticket.x_partner_id
        # Whose access was taken away answers no more; who never had a login does.
        logins = customer.with_context(active_test=False).user_ids
        may = customer.active and (not logins or logins.filtered('active'))
        # Compared by what is made of both: how far they agree shows in no time that is taken.
        twice = [env['mail.thread'].sudo()._encode_link('supportdesk compared', {'text': text}) for text in (sign_answer(ticket, asked['kind'], asked['expires'], secret), asked['mac'])]
        if may and twice[0] == twice[1]:
            said = env['ir.model.data'].sudo().search([('module', '=', '{{module}}'), ('name', '=', 'message_%s_%s' % (ticket.id, asked['key']))], limit=1)
            post = env['mail.message'].sudo().browse(said.res_id).exists() if said else env['mail.message']
            now_on = ticket.browse(post.res_id) if post and post.model == ticket._name else ticket
            action = {
                'is_ours': True,
                'reference': ticket.x_ticket_ref or '',
                'subject': ticket.x_name or '',
                'state': ticket.x_state,
                'closes_at': str(ticket.x_closes_at) if ticket.x_closes_at and not ticket.x_closing_is_held else False,
                'has_answered': bool(said),
                'goes_on_as': now_on.x_ticket_ref if now_on != ticket else False,
                'partner': customer.id,
                'email': customer.email or '',
                'tz': customer.tz or False,
                'rating': ticket.x_rating or '0',
            }
