def find_uses(persons, lines):
    # Where Odoo’s other apps lean on these contacts: how often, by what that is called. What is the desk’s own, and what
    # Odoo keeps beside a contact, is none.
    beside = ('res.partner', 'res.users', 'res.partner.category', 'res.partner.bank', 'mail.notification', 'mail.followers', 'mail.message', 'mail.mail', 'rating.rating', 'discuss.channel.member', 'mail.guest', 'mail.push.device', 'bus.presence', 'res.users.settings.volumes', 'calendar.attendee', 'mail.compose.message', 'privacy.log')
    uses = {}
    for field in env['ir.model.fields'].sudo().search([('relation', '=', 'res.partner'), ('ttype', 'in', ['many2one', 'many2many']), ('store', '=', True)]):
        if field.model in beside or field.model.startswith('x_support.') or field.model in lines or field.model not in env:
            continue
        holders = env[field.model].sudo().with_context(active_test=False)
        # Neither a dialog somebody left open nor a view of the database.
        if holders._transient or not holders._auto:
            continue
        # A visit’s event goes with the visit.
        own = [('x_appointment_id', '=', False)] if 'x_appointment_id' in holders._fields else []
        ids = holders.search([(field.name, 'in', persons.ids)] + own).ids
        if ids:
            called = field.with_context(lang=env.user.lang).model_id.name
            uses[called] = join(uses.get(called, []), ids)
    return dict([(called, len(ids)) for called, ids in uses.items()])


def find_blocks(lines, persons, found):
    # Why they cannot be forgotten yet, a sentence each.
    lang = env.user.lang
    blocks = []
    for name in sorted(found):
        if lines[name]['blocks']:
            domain = [tuple(leaf) for leaf in lines[name]['blocks']]
            open_ones = search_all(name, [('id', 'in', found[name])] + domain)
            if open_ones:
                shown = ', '.join([one.display_name for one in open_ones[:5]])
                called = env['ir.model'].sudo().with_context(lang=lang).search([('model', '=', name)]).name
                blocks.append(say('privacy.block.open', lang, {'what': called, 'count': len(open_ones), 'which': shown + (' …' if len(open_ones) > 5 else '')}))
    if find_users(persons).filtered(lambda user: not user.share):
        blocks.append(say('privacy.block.employee', lang, {}))
    people = search_all('res.partner', [('parent_id', 'in', persons.ids), ('type', '=', 'contact')])
    if people:
        blocks.append(say('privacy.block.company', lang, {'count': len(people)}))
    return blocks


def find_messages(found, persons):
    # What was said on all this, and what they said elsewhere.
    own = env['mail.message'].sudo()
    for name in sorted(found):
        own |= env['mail.message'].sudo().search([('model', '=', name), ('res_id', 'in', found[name])])
    return own, env['mail.message'].sudo().search([('author_id', 'in', persons.ids)]) - own


def find_files(found, messages):
    files = messages.mapped('attachment_ids')
    for name in sorted(found):
        files |= env['ir.attachment'].sudo().search([('res_model', '=', name), ('res_id', 'in', found[name]), ('res_field', '=', False)])
    return files


def look_at(contacts):
    # What there is of somebody, in numbers: what goes, what stays and why, and what stands in the way.
    lang = env.user.lang
    lines = read_lines()
    persons = find_persons(contacts)
    found = find_people(lines, persons)
    everything = dict(found)
    everything['res.partner'] = persons.ids
    own, elsewhere = find_messages(everything, persons)
    goes = []
    stays = []
    for name in sorted(found):
        called = env['ir.model'].sudo().with_context(lang=lang).search([('model', '=', name)]).name
        if lines[name]['end'] != 'keep':
            goes.append([called, len(found[name]), say('privacy.goes.%s' % lines[name]['end'], lang, {})])
        if lines[name]['end'] != 'delete':
            stays.append([called, len(found[name]), say('privacy.why.%s' % (lines[name]['why'] or 'figures'), lang, {})])
    logins = find_users(persons).filtered('share')
    for key, count in (('messages', len(own)), ('words', len(elsewhere)), ('files', len(find_files(everything, own | elsewhere))), ('logins', len(logins))):
        if count:
            goes.append([say('privacy.what.%s' % key, lang, {}), count, say('privacy.goes.%s' % key, lang, {})])
    uses = find_uses(persons, lines)
    for called in sorted(uses):
        stays.append([called, uses[called], say('privacy.why.apps', lang, {})])
    return {
        'persons': persons.ids,
        'tickets': found.get('x_support.ticket', []),
        'goes': goes,
        'stays': stays,
        'keeps_contact': bool(uses),
        'blocks': find_blocks(lines, persons, found),
    }
