{{carried}}


{{fire_mail}}


dialog = record
survivor = dialog.x_into_id
tickets = dialog.with_context(active_test=False).x_ticket_ids | survivor
sources = tickets - survivor
lang = env.user.lang
if not survivor or not sources:
    raise UserError(say('operations.chooseTwo', lang, {}))
lock(tickets)
for ticket in tickets:
    if ticket.x_merged_into_id:
        raise UserError(say('operations.isMerged', lang, {'ticket': ticket.x_ticket_ref or '', 'into': ticket.x_merged_into_id.x_ticket_ref or ''}))

news = env['mail.message'].sudo().search_count([('model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids), ('id', '>', dialog.x_seen), {{public}}])
if dialog.x_crosses and (news or not dialog.x_confirmed):
    # What was said meanwhile nobody has looked at yet.
    words = say('operations.saidMeanwhile' if news else 'operations.confirm', lang, {})
    dialog.write({'x_confirmed': False, 'x_warning': words, 'x_seen': last_message()})
    action = {
        'type': 'ir.actions.act_window',
        'name': say('operations.merge', lang, {}),
        'res_model': dialog._name,
        'res_id': dialog.id,
        'views': [(env.ref('{{form}}').id, 'form')],
        'target': 'new',
    }
else:
    # Each step with all rights: who may write on the tickets was asked above, and messages belong to their authors.
    survivor = survivor.sudo().with_context({{silent}}, active_test=False)
    sources = sources.sudo().with_context({{silent}}, active_test=False).sorted('id')
    journal = {'moves': [], 'tickets': {}, 'had': keep_values(survivor), 'added': {}, 'gained': {}, 'values': {}, 'relinked': []}
    for source in sources:
        journal['tickets'][str(source.id)] = keep_values(source)

    # What opened a ticket stands in it and is no message, unless it came by mail; on the survivor it has to be one.
    made = []
    comment = env.ref('mail.mt_comment').id
    for source in sources:
        words = ' '.join(source.x_description.striptags().split()) if source.x_description else ''
        files = source.x_file_ids
        first = env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', '=', source.id), {{public}}], order='date, id', limit=5)
        is_said = [one for one in first if words and ' '.join(one.body.striptags().split() if one.body else []) == words]
        # A picture alone is something, too.
        if (words or '<img' in (source.x_description or '') or files) and not is_said:
            opener = source.x_partner_id
            made.append({
                'model': 'x_support.ticket',
                'res_id': survivor.id,
                'record_name': survivor.display_name,
                'message_type': 'comment',
                'subtype_id': comment,
                'author_id': opener.id,
                'email_from': opener.email_formatted or ('x_email' in source._fields and source['x_email']) or False,
                'date': source.x_opened_at or source.create_date,
                'body': source.x_description or '',
                'attachment_ids': [(6, 0, files.ids)],
            })
    journal['made'] = env['mail.message'].sudo().with_context({{silent}}).create(made).ids

    for model, domain, field, message_field in find_carried():
        ids = []
        for source in sources:
            found = env[model].sudo().with_context(active_test=False).search(domain + [(field, '=', source.id)]).ids
            if found:
                journal['moves'].append([model, field, source.id, found])
                ids += found
        if ids:
            carry(model, field, ids, survivor)
    count = sum([len(move[3]) for move in journal['moves'] if move[0] == 'mail.message'])

    # Followers are a set.
    followers = env['mail.followers'].sudo()
    known = followers.search([('res_model', '=', 'x_support.ticket'), ('res_id', '=', survivor.id)])
    present = known.partner_id.ids
    fresh = []
    for one in followers.search([('res_model', '=', 'x_support.ticket'), ('res_id', 'in', sources.ids)], order='id'):
        if one.partner_id.id not in present:
            present.append(one.partner_id.id)
            fresh.append({'res_model': 'x_support.ticket', 'res_id': survivor.id, 'partner_id': one.partner_id.id, 'subtype_ids': [(6, 0, one.subtype_ids.ids)]})
    journal['followers'] = followers.create(fresh).ids

    # Whoever asked hears of the answer, and finds it on the portal.
    values = {}
    customer = survivor.x_partner_id or sources.x_partner_id[:1]
    if customer != survivor.x_partner_id:
        journal['values']['x_partner_id'] = [survivor.x_partner_id.id, customer.id]
        values['x_partner_id'] = customer.id
    contacts = (sources.x_partner_id | sources.x_contact_ids).filtered('partner_share') - customer - survivor.x_contact_ids
    journal['contacts'] = [[one.partner_id.id, one.subtype_ids.ids] for one in known if one.partner_id in contacts]
    unions = {'x_contact_ids': contacts, 'x_linked_ids': sources.x_linked_ids - tickets - survivor.x_linked_ids}
    if 'x_tag_ids' in survivor._fields:
        unions['x_tag_ids'] = sources.x_tag_ids - survivor.x_tag_ids
    blocking = env['x_support.ticket'].sudo().with_context(active_test=False).search([('x_blocked_by_ids', 'in', sources.ids)]) - tickets
    unions['x_blocked_by_ids'] = sources.x_blocked_by_ids - tickets - survivor.x_blocked_by_ids - blocking
    for name in unions:
        if unions[name]:
            journal['added'][name] = unions[name].ids
            values[name] = [(4, one.id) for one in unions[name]]

    # Links of others lead to the survivor, and its own no longer to what it has taken in.
    for name in ('x_linked_ids', 'x_blocked_by_ids'):
        pointing = env['x_support.ticket'].sudo().with_context({{silent}}, active_test=False).search([(name, 'in', sources.ids), (name, 'not in', survivor.ids)]) - tickets
        if name == 'x_blocked_by_ids':
            pointing -= survivor.x_blocked_by_ids | unions['x_blocked_by_ids']
        if pointing:
            journal['gained'][name] = pointing.ids
            pointing.write({name: [(4, survivor.id)]})
    for name in ('x_parent_id', 'x_duplicate_of_id'):
        for source in sources:
            pointing = env['x_support.ticket'].sudo().with_context({{silent}}, active_test=False).search([(name, '=', source.id)]) - tickets
            if pointing:
                journal['relinked'].append([name, source.id, pointing.ids])
                pointing.write({name: survivor.id})
        own = survivor[name]
        above = [source[name] for source in sources if source[name] and source[name] not in tickets]
        # Nothing above the survivor may be below it, too.
        above = [one for one in above if one[name] not in tickets and one not in survivor['x_child_ids' if name == 'x_parent_id' else 'x_duplicate_ids']]
        wanted = own if own and own not in tickets else above[0] if above else own.browse()
        if wanted != own:
            journal['values'][name] = [own.id, wanted.id]
            values[name] = wanted.id
    if values:
        survivor.write(values)

    # Closed in the name of whoever merged them, and past what a stage asks before: nothing was solved here.
    sources._track_set_author(env.user.partner_id)
    sources.with_user(1).write({'x_merged_into_id': survivor.id, 'x_state': '{{done}}'})
    (survivor | sources).modified(['message_ids'])

    names = ', '.join([source.x_ticket_ref or '#%s' % source.id for source in sources])
    into = survivor.x_ticket_ref or '#%s' % survivor.id
    told = env['x_support.ticket'].browse(survivor.id)
    note(told, say('operations.note.mergedHere', lang, {'tickets': ', '.join([link_to(source) for source in sources]), 'count': count}))
    for source in sources:
        note(env['x_support.ticket'].browse(source.id), say('operations.note.mergedInto', lang, {'ticket': link_to(survivor)}))
    operation = env['{{operation}}'].sudo().create({
        'x_name': '%s → %s' % (names, into),
        'x_kind': 'merge',
        'x_ticket_id': survivor.id,
        'x_ticket_ids': [(6, 0, sources.ids)],
        'x_user_id': env.uid,
        'x_done_at': datetime.datetime.now(),
        'x_crosses': dialog.x_crosses,
        'x_message_count': count,
        'x_moved': json.dumps(journal),
        'x_last_message': last_message(),
    })
    if 'x_support.mail_event' in env:
        fire_mail('merged', sources, {'x_key': 'merged-%s-{id}' % operation.id, 'x_actor_id': env.user.partner_id.id})
    action = show_ticket(survivor, say('operations.merged', lang, {'tickets': names, 'into': into}), 'success')
