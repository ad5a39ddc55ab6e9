{{carried}}


lang = env.user.lang
first = False
for operation in records.sorted('id', reverse=True):
    at_top = operation.x_ticket_id
    tickets = (operation.with_context(active_test=False).x_ticket_ids | at_top).with_context(active_test=False)
    lock(tickets)
    if operation.x_undone_at:
        raise UserError(say('operations.isUndone', lang, {'what': operation.x_name}))

    # What stands in the way, each in a line.
    against = []
    later = operation.search([('id', '>', operation.id), ('x_undone_at', '=', False), '|', ('x_ticket_id', 'in', tickets.ids), ('x_ticket_ids', 'in', tickets.ids)], order='id desc')
    for one in later:
        against.append(say('operations.against.later', lang, {'what': one.x_name}))
    for ticket in tickets - at_top:
        if operation.x_kind == 'merge' and ticket.x_merged_into_id != at_top or operation.x_kind == 'split' and ticket.x_merged_into_id:
            against.append(say('operations.against.moved', lang, {'ticket': ticket.x_ticket_ref or ''}))
    since = [('model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids), ('id', '>', operation.x_last_message), {{said}}]
    for message in env['mail.message'].sudo().search(since, order='id', limit=5):
        on = tickets.browse(message.res_id)
        when = env['ir.qweb.field.datetime'].with_context(lang=lang).value_to_html(message.date, {'format': 'd MMM y HH:mm', 'tz_name': env.user.tz or 'UTC'})
        against.append(say('operations.against.said', lang, {'ticket': on.x_ticket_ref or '', 'author': message.author_id.name or message.email_from or '?', 'when': when}))
    if against:
        raise UserError(say('operations.cannotUndo', lang, {'what': operation.x_name}) + '\n' + '\n'.join(['- ' + line for line in against]))

    journal = json.loads(operation.sudo().x_moved)
    survivor = at_top.sudo().with_context({{silent}}, active_test=False)
    others = (tickets - at_top).sudo().with_context({{silent}}, active_test=False)
    env['mail.message'].sudo().browse(journal.get('made') or []).exists().unlink()
    for model, field, source, ids in journal['moves']:
        if model in env and field in env[model]._fields:
            # What somebody has taken elsewhere since stays there.
            now_on = survivor if operation.x_kind == 'merge' else others
            found = env[model].sudo().with_context(active_test=False).search([('id', 'in', ids), (field, 'in', now_on.ids)]).ids
            if found:
                carry(model, field, found, survivor.browse(source))

    if operation.x_kind == 'merge':
        env['mail.followers'].sudo().browse(journal['followers']).exists().unlink()
        values = {}
        for name in journal['added']:
            if name in survivor._fields:
                values[name] = [(3, one) for one in journal['added'][name]]
        for name in journal['values']:
            before, after = journal['values'][name]
            if survivor[name].id == (after or False):
                values[name] = before or False
        if values:
            survivor.write(values)
        # Who was a contact for a while follows as before.
        followers = env['mail.followers'].sudo()
        for partner, subtypes in journal['contacts']:
            if not followers.search_count([('res_model', '=', 'x_support.ticket'), ('res_id', '=', survivor.id), ('partner_id', '=', partner)]):
                followers.create({'res_model': 'x_support.ticket', 'res_id': survivor.id, 'partner_id': partner, 'subtype_ids': [(6, 0, subtypes)]})
        for name in journal['gained']:
            pointing = survivor.browse(journal['gained'][name]).exists()
            pointing.write({name: [(3, survivor.id)]})
        for name, source, ids in journal['relinked']:
            pointing = survivor.browse(ids).exists()
            for one in pointing:
                if one[name] == survivor:
                    one.write({name: source})
        others._track_set_author(env.user.partner_id)
        for source in others:
            kept = journal['tickets'][str(source.id)]
            source.with_user(1).write({'x_merged_into_id': False, 'x_state': kept['x_state']})
        (survivor | others).modified(['message_ids'])
        (survivor | others).mapped('x_last_message_id')
        for source in others:
            # As if it had never been closed: nobody is chased or judged for the time between.
            kept = journal['tickets'][str(source.id)]
            source.with_user(1).write({name: kept[name] for name in kept if name in source._fields and name != 'x_state'})
    else:
        # What has come to it since goes back as well, so that nothing is left where nobody looks.
        for model, domain, field, message_field in find_carried():
            found = env[model].sudo().with_context(active_test=False).search(domain + [(field, 'in', others.ids)]).ids
            if found:
                carry(model, field, found, survivor)
        others._track_set_author(env.user.partner_id)
        others.with_user(1).write({'x_merged_into_id': survivor.id, 'x_state': '{{done}}', 'x_active': False})
        if journal.get('files'):
            survivor.write({'x_file_ids': [(4, file) for file in env['ir.attachment'].sudo().browse(journal['files']).exists().ids]})
        (survivor | others).modified(['message_ids'])
        survivor.mapped('x_last_message_id')
    ledger = journal['had'].get('x_sla_ledger')
    if ledger and survivor.x_state == journal['had']['x_state']:
        survivor.with_user(1).write({'x_sla_ledger': ledger})

    for ticket in tickets:
        note(ticket, say('operations.note.undone', lang, {'what': operation.x_name}))
    operation.sudo().write({'x_undone_at': datetime.datetime.now(), 'x_undone_by_id': env.uid})
    first = first or at_top
action = show_ticket(first, say('operations.undone', lang, {}), 'success') if first else False
