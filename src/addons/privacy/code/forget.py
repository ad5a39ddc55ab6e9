# A step of forgetting somebody, one transaction: some of their tickets, and when there are none left whatever else there is.
# Whoever is killed in between goes on with what is left.
{{lines}}


{{describe}}


{{erase}}


def hash_address(address):
    return 'address ' + env['mail.thread'].sudo()._encode_link('supportdesk forgotten', {'address': address})


def count_on(request, counts):
    known = {}
    for line in (request.x_counts or '').split('\n'):
        name, _, count = line.partition(' ')
        if count:
            known[name] = int(count)
    for name in counts:
        known[name] = known.get(name, 0) + counts[name]
    request.write({'x_counts': '\n'.join(['%s %s' % (name, count) for name, count in sorted(known.items())])})


def erase_login(users):
    for name in ('res.users.apikeys', 'auth_totp.device', 'res.device.log', 'res.users.log'):
        if name in env and 'user_id' in env[name]._fields:
            env[name].sudo().search([('user_id', 'in', users.ids)]).unlink()
    for user in users:
        user.write({'active': False})
        # Past Odoo’s own mail that a login was changed.
        user._write_multi([{'login': 'forgotten-%s' % user.id}])
        user.invalidate_recordset(['login'])


def erase_contact(persons, word_for):
    everything = env['ir.model.fields'].sudo().search([
        ('model', '=', 'res.partner'), ('store', '=', True), ('readonly', '=', False), ('related', '=', False),
        '|', ('ttype', 'in', ['char', 'text', 'html', 'binary', 'date', 'float']),
        ('name', 'in', ['state_id', 'country_id', 'title', 'industry_id', 'user_id', 'category_id']),
    ])
    wiped = {}
    for field in everything:
        wiped[field.name] = 0 if field.ttype == 'float' else [(6, 0, [])] if field.ttype == 'many2many' else False
    if 'res.partner.bank' in env:
        env['res.partner.bank'].sudo().search([('partner_id', 'in', persons.ids)]).unlink()
    for person in persons:
        # The chatter tells what a name and an address were before.
        env['mail.message'].sudo().search([('model', '=', 'res.partner'), ('res_id', '=', person.id)]).unlink()
        # Without looking at what is archived: else Odoo takes the login for one that is not.
        silent('res.partner').with_context(active_test=True).browse(person.id).write(dict(wiped, name=word_for % person.id, active=False))


def erase_rest(request, lines, persons, word, cuts):
    lang = env.company.partner_id.lang or 'en_US'
    found = find_people(lines, persons)
    counts = {}
    for name in sorted(found):
        if name not in ('x_support.ticket', request._name):
            counts[name] = clear_records(name, found[name], lines, word, cuts)
    # Archives that were made of them.
    archives = env[request._name].sudo().search([('x_partner_id', 'in', persons.ids), ('x_kind', '=', 'export')])
    clear_around(request._name, archives.ids, word)
    archives.filtered(lambda one: one.x_state == 'ready').write({'x_state': 'expired'})
    # In copy of what is others’.
    for name in sorted(lines):
        for field in lines[name]['names']:
            rows = silent(name).search([(field, 'in', persons.ids)])
            for row in rows:
                row.write({field: [(3, one.id) for one in row[field] & persons] if lines[name]['names'][field] == 'many2many' else False})
    spoken = env['mail.message'].sudo().search([('author_id', 'in', persons.ids), ('body', '!=', False), '|', ('model', '=like', 'x_support.%'), ('model', '=', 'res.partner')])
    clear_messages(spoken, word)
    elsewhere = env['mail.message'].sudo().search([('author_id', 'in', persons.ids)])
    elsewhere.write({'email_from': False, 'reply_to': False})
    if cuts:
        elsewhere.filtered(lambda one: (one.model or '').startswith('x_support.')).write({'author_id': False})
    env['mail.notification'].sudo().search([('res_partner_id', 'in', persons.ids)]).unlink()
    env['mail.followers'].sudo().search([('partner_id', 'in', persons.ids)] + ([('res_model', '=like', 'x_support.%')] if cuts else [])).unlink()
    env['rating.rating'].sudo().search([('partner_id', 'in', persons.ids), ('res_model', '=like', 'x_support.%')]).write({'feedback': False})
    mails = env['mail.mail'].sudo().search([('recipient_ids', 'in', persons.ids)])
    for person in persons:
        if person.email_normalized:
            mails |= mails.search([('email_to', 'ilike', person.email_normalized)])
    mails.write({'is_notification': True})
    mails.unlink()
    clear_around('res.partner', persons.ids if not cuts else [], word)
    users = find_users(persons).filtered('share')
    erase_login(users)
    counts['res.users'] = len(users)
    counts['mail.message'] = len(spoken)
    if not cuts:
        # Whoever comes back gets a contact of their own.
        search_all('ir.model.data', [('module', '=like', '\\_\\_%'), ('model', '=', 'res.partner'), ('res_id', 'in', persons.ids)]).unlink()
        erase_contact(persons, say('privacy.contact', lang, {'number': '%s'}))
        counts['res.partner'] = len(persons)
    return counts


asked = env.context['{{asked}}']
request = model.sudo().browse(asked['request']).exists()
if not request or request.x_state not in ('requested', 'running') or request.x_kind != 'forget' or not request.x_partner_id:
    action = {'is_done': True, 'tickets': 0, 'blocks': []}
else:
    lines = read_lines()
    contacts = request.x_partner_id
    facts = look_at(contacts) if request.x_state == 'requested' else {}
    persons = find_persons(contacts)
    word = say('privacy.removed', env.company.partner_id.lang or 'en_US', {})
    if facts.get('blocks'):
        # Something was opened since it was asked for.
        request.write({'x_state': 'failed', 'x_error': '\n'.join(facts['blocks']), 'x_ended_at': datetime.datetime.now()})
        action = {'is_done': True, 'tickets': 0, 'blocks': facts['blocks']}
    else:
        if facts:
            addresses = []
            for person in persons:
                if person.email_normalized:
                    addresses.append(hash_address(person.email_normalized))
            remember(addresses, 'address')
            remember(name_records({'res.partner': persons.ids}), 'contact')
            request.write({'x_state': 'running', 'x_cuts': facts['keeps_contact'], 'x_started_at': datetime.datetime.now()})
        everything = find_people(lines, persons).get('x_support.ticket', [])
        tickets = search_all('x_support.ticket', [('id', 'in', everything), ('x_forgotten_at', '=', False)])[:asked['limit']]
        if tickets:
            count_on(request, erase_tickets(tickets, lines, word, request.x_cuts))
            action = {'is_done': False, 'tickets': len(tickets), 'blocks': []}
        else:
            cuts = request.x_cuts
            count_on(request, erase_rest(request, lines, persons, word, cuts))
            request.write({'x_state': 'done', 'x_typed': False, 'x_ended_at': datetime.datetime.now(), 'x_contact': say('privacy.contact', env.company.partner_id.lang or 'en_US', {'number': contacts.id})})
            if cuts:
                # The contact stays, and nothing says any more that it was forgotten here.
                request.write({'x_partner_id': False})
            action = {'is_done': True, 'tickets': 0, 'blocks': []}
