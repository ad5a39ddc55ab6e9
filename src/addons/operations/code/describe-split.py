{{tell}}


{{split_parts}}


asked = env.context['supportdesk_described']
lang = env.user.lang
ticket = env['x_support.ticket'].browse(asked['tickets'])
ticket.with_user(env.user).check_access('read')
message = env['mail.message'].sudo().browse(asked['message']).exists()
partner = env['res.partner'].sudo().browse(asked['partner'])
html = ''
crosses = False
if message and message.model == 'x_support.ticket' and message.res_id == ticket.id:
    parts = find_split(ticket, message, asked['scope'])
    public = parts.filtered_domain([{{public}}])
    company = partner.commercial_partner_id
    values = {'messages': len(parts), 'files': len(parts.attachment_ids), 'ticket': name_of(ticket), 'customer': partner.display_name or say('operations.nobody', lang, {})}
    words = bare(message.body)
    html = '<blockquote class="border-start border-3 ps-2 mb-2"><strong>%s</strong> <span class="text-muted">%s</span><br/>%s</blockquote>' % (escape(message.author_id.name or message.email_from), escape(say_day(message.date)), escape(cut(words)))
    html += '<ul><li>%s</li><li>%s</li></ul>' % (escape(say('operations.what.splits', lang, values)), escape(say('operations.what.linked', lang, values)))
    # What the desk said to another customer is as little for this one as what that customer said.
    foreign = public.filtered(lambda one: one.author_id.commercial_partner_id != company) if ticket.x_partner_id.commercial_partner_id != company else public.browse()
    crosses = bool(foreign)
    if crosses:
        words = [[one.date, one.author_id.name or one.email_from, bare(one.body)] for one in foreign]
        html += '<div class="alert alert-danger mb-0"><p class="fw-bold">%s</p><p class="mb-1">%s</p>%s</div>' % (say('operations.crosses', lang, {}), say('operations.reads', lang, {'customer': escape(values['customer']), 'count': len(words), 'tickets': name_of(ticket)}), list_words(words))
action = {'html': html, 'crosses': crosses}
