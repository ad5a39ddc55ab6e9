{{tell}}


asked = env.context['supportdesk_described']
lang = env.user.lang
into = env['x_support.ticket'].browse(asked['into'])
tickets = env['x_support.ticket'].with_context(active_test=False).browse(asked['into'] + [one for one in sorted(asked['tickets']) if one not in asked['into']])
# As whoever looks: nobody is shown what they may not read.
tickets.with_user(env.user).check_access('read')
sources = tickets - into
messages = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids), {{movable}}], order='date, id')
public = messages.filtered_domain([{{public}}])
files = env['ir.attachment'].sudo().search([('res_model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids), ('res_field', '=', False)])
rows = []
for ticket in tickets:
    counts = [len(messages.filtered(lambda one: one.res_id == ticket.id)), len(files.filtered(lambda one: one.res_id == ticket.id)), len(ticket.activity_ids)]
    goes = say('operations.stays' if ticket == into else 'operations.closes', lang, {})
    cells = [escape(name_of(ticket)), escape(ticket.x_name), escape(ticket.x_partner_id.display_name or ''), goes] + [str(count) for count in counts]
    rows.append('<tr%s>%s</tr>' % (' class="fw-bold"' if ticket == into else '', ''.join(['<td>%s</td>' % cell for cell in cells])))
heads = [say('operations.head.%s' % name, lang, {}) for name in ('ticket', 'subject', 'customer', 'then', 'messages', 'files', 'activities')]
html = '<table class="table table-sm"><thead><tr>%s</tr></thead><tbody>%s</tbody></table>' % (''.join(['<th>%s</th>' % head for head in heads]), ''.join(rows))
companies = tickets.sudo().mapped('x_partner_id.commercial_partner_id')
crosses = len(set([ticket.x_partner_id.commercial_partner_id.id or 0 for ticket in tickets.sudo()])) > 1
if into and sources:
    names = ', '.join([name_of(source) for source in sources])
    lines = [say('operations.what.closes', lang, {'tickets': names, 'into': name_of(into)}), say('operations.what.goes', lang, {'into': name_of(into)})]
    rule = env['x_support.mail_rule'].sudo().search([('x_event', '=', 'merged')], limit=1) if 'x_support.mail_rule' in env else False
    lines.append(say('operations.what.told' if rule and (rule.x_customer or rule.x_copied) else 'operations.what.silent', lang, {}))
    html += '<ul>%s</ul>' % ''.join(['<li>%s</li>' % escape(line) for line in lines])
    if crosses:
        html += '<div class="alert alert-danger mb-0"><p class="fw-bold">%s</p>' % say('operations.crosses', lang, {})
        for company in companies:
            theirs = tickets.filtered(lambda ticket: ticket.x_partner_id.commercial_partner_id == company)
            words = []
            for ticket in tickets - theirs:
                for message in public.filtered(lambda one: one.res_id == ticket.id):
                    words.append([message.date, message.author_id.name or message.email_from, bare(message.body)])
                said = [word[2] for word in words]
                if ticket.x_description and bare(ticket.x_description) not in said:
                    words.append([ticket.x_opened_at or ticket.create_date, ticket.x_partner_id.name, bare(ticket.x_description)])
            html += '<p class="mb-1">%s</p>%s' % (say('operations.reads', lang, {'customer': escape(company.display_name), 'count': len(words), 'tickets': ', '.join([name_of(ticket) for ticket in tickets - theirs])}), list_words(words))
        html += '</div>'
action = {'html': html, 'crosses': crosses}
