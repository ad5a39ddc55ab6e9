{{carried}}


{{split_parts}}


{{show_split}}


dialog = record
lang = env.user.lang
ticket = dialog.x_ticket_id
message = dialog.x_message_id.sudo().exists()
lock(ticket)
env['x_support.ticket'].check_access('create')
if ticket.x_merged_into_id:
    raise UserError(say('operations.isMerged', lang, {'ticket': ticket.x_ticket_ref or '', 'into': ticket.x_merged_into_id.x_ticket_ref or ''}))
if not message or message.model != 'x_support.ticket' or message.res_id != ticket.id:
    raise UserError(say('operations.messageGone', lang, {'ticket': ticket.x_ticket_ref or ''}))
parts = find_split(ticket, message, dialog.x_scope)
news = dialog.x_scope == 'after' and max(parts.ids) > dialog.x_seen
if dialog.x_crosses and (news or not dialog.x_confirmed):
    words = say('operations.saidMeanwhile' if news else 'operations.confirm', lang, {})
    dialog.write({'x_confirmed': False, 'x_warning': words, 'x_seen': max([dialog.x_seen] + parts.ids)})
    action = show_split(dialog)
else:
    only = len(parts) == 1
    old = ticket.sudo().with_context({{silent}}, active_test=False)
    journal = {'moves': [], 'had': keep_values(old), 'files': []}
    files = parts.attachment_ids.filtered(lambda file: file.res_model == 'x_support.ticket' and file.res_id == ticket.id)
    # Silent like a merge, unless somebody wants the customer told as of any new ticket.
    context = {'mail_create_nosubscribe': True, 'supportdesk_operation': True}
    if not dialog.x_tell_customer:
        context['supportdesk_no_mail'] = True
    new = ticket.sudo().with_context(context).copy({
        'x_name': dialog.x_subject or ticket.x_name,
        'x_description': message.body if only else False,
        'x_partner_id': dialog.x_partner_id.id,
        'x_user_id': dialog.x_user_id.id,
        'x_split_from_id': ticket.id,
        'x_contact_ids': [(5,)],
    })
    new = new.with_context({{silent}}, active_test=False)
    for model, domain, field, message_field in find_carried():
        ids = []
        if model == 'mail.message':
            ids = parts.ids
        elif model == 'ir.attachment':
            ids = files.ids
        elif message_field:
            ids = env[model].sudo().with_context(active_test=False).search(domain + [(field, '=', ticket.id), (message_field, 'in', parts.ids)]).ids
        if ids:
            journal['moves'].append([model, field, ticket.id, ids])
            carry(model, field, ids, new)
    # Files of a message that opened the old ticket are listed there, too.
    both = old.x_file_ids & files
    if both:
        journal['files'] = both.ids
        old.write({'x_file_ids': [(3, file.id) for file in both]})
    if only and files:
        new.write({'x_file_ids': [(6, 0, files.ids)]})
    new.message_subscribe((dialog.x_partner_id | dialog.x_user_id.partner_id).ids)
    (old | new).modified(['message_ids'])

    note(ticket, say('operations.note.splitOff', lang, {'ticket': link_to(new), 'count': len(parts)}))
    note(env['x_support.ticket'].browse(new.id), say('operations.note.splitFrom', lang, {'ticket': link_to(ticket)}))
    env['{{operation}}'].sudo().create({
        'x_name': '%s → %s' % (ticket.x_ticket_ref or '#%s' % ticket.id, new.x_ticket_ref or '#%s' % new.id),
        'x_kind': 'split',
        'x_ticket_id': ticket.id,
        'x_ticket_ids': [(6, 0, new.ids)],
        'x_user_id': env.uid,
        'x_done_at': datetime.datetime.now(),
        'x_crosses': dialog.x_crosses,
        'x_message_count': len(parts),
        'x_moved': json.dumps(journal),
        'x_last_message': last_message(),
    })
    action = show_ticket(new, say('operations.splitDone', lang, {'ticket': new.x_ticket_ref or ''}), 'success')
