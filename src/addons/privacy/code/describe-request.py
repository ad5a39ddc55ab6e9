{{lines}}


{{describe}}


def escape(text):
    return (text or '').replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def table(head, rows):
    if not rows:
        return ''
    html = ''
    for called, count, why in rows:
        html += '<tr><td>%s</td><td class="text-end">%s</td><td class="text-muted">%s</td></tr>' % (escape(called), count, escape(why))
    return '<h4 class="mt-3">%s</h4><table class="table table-sm"><tbody>%s</tbody></table>' % (escape(head), html)


asked = env.context['supportdesk_privacy_described']
lang = env.user.lang
contact = env['res.partner'].sudo().with_context(active_test=False).browse(asked['contacts']).exists()
expected = contact.email_normalized or contact.name or ''
if not contact or asked['kind'] != 'forget':
    html = '<p>%s</p>' % escape(say('privacy.archive.what', lang, {})) if contact else ''
    action = {'preview': html, 'is_blocked': not contact, 'expected': expected}
else:
    facts = look_at(contact)
    html = ''
    if facts['blocks']:
        html = '<div class="alert alert-danger"><p class="fw-bold mb-1">%s</p><ul class="mb-0">%s</ul></div>' % (escape(say('privacy.blocked', lang, {})), ''.join(['<li>%s</li>' % escape(one) for one in facts['blocks']]))
    html += table(say('privacy.head.goes', lang, {}), facts['goes'])
    html += table(say('privacy.head.stays', lang, {}), facts['stays'])
    html += '<p>%s</p>' % escape(say('privacy.contact.stays' if facts['keeps_contact'] else 'privacy.contact.goes', lang, {}))
    html += '<p class="text-muted">%s</p>' % escape(say('privacy.others', lang, {}))
    action = {'preview': html, 'is_blocked': bool(facts['blocks']), 'expected': expected}
