{{due}}


def escape(text):
    return (text or '').replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


asked = env.context['supportdesk_term_described']
lang = env.user.lang
everything = env['x_support.ticket'].sudo().with_context(active_test=False)
now = datetime.datetime.now()
terms = model.sudo().search([])
# A line that is being written is not in Odoo yet.
term = [asked['months'], asked['end'], asked['teams'], asked['sequence'], asked['term'], find_categories(model.sudo().with_context(active_test=False).browse(asked['term']).exists())]
domain = find_due(term, terms, now) if asked['months'] > 0 else None
if domain is None:
    html = '<p>%s</p>' % escape(say('privacy.term.none', lang, {}))
else:
    count = everything.search_count(domain)
    later = everything.search_count(find_due(term, terms, now + datetime.timedelta(days=30))) - count
    first = everything.search(domain, order='x_closed_at, id', limit=10)
    rows = ''
    for one in first:
        rows += '<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>' % (escape(one.x_ticket_ref), escape(one.x_name), escape(one.x_partner_id.display_name or ''), str(one.x_closed_at)[:10])
    html = '<p><strong>%s</strong> %s</p>' % (escape(say('privacy.term.%s' % asked['end'], lang, {'count': count})), escape(say('privacy.term.later', lang, {'count': later})))
    if rows:
        html += '<table class="table table-sm"><tbody>%s</tbody></table>' % rows
action = {'preview': html}
