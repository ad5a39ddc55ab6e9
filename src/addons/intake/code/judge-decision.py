hour = datetime.datetime.now() - datetime.timedelta(hours=1)
most = int(parameter('{{most}}') or 20)
recent = entry.search_count([('x_email', '=', address), ('create_date', '>=', hour), ('id', '!=', entry.id)]) if address else 0
bare = lambda html: ''.join(part.split('>')[-1] for part in (html or '').split('<')).strip()
closed = message.attachment_ids.filtered(lambda file: file.name.lower() in ('winmail.dat', 'win.dat', 'smime.p7m') or file.mimetype in ('application/ms-tnef', 'application/vnd.ms-tnef'))
# Odoo finds the pictures of a text by their names, and calls a file without one so.
lost = 'src="cid:' in (message.body or '') and message.attachment_ids.filtered(lambda file: file.name == 'attachment' and file.mimetype.startswith('image/'))
entry.write({
    'x_email': address or False,
    'x_is_automatic': by_machine,
    'x_original_id': original.id,
    'x_found_by': found_by,
    'x_partner_id': sender.id,
    'x_detail': named.x_ticket_ref if named and not ticket else False,
    # What Odoo found no word and no file in is opened, too: its structure may be broken. So is what it read to the middle.
    'x_has_closed_parts': bool(closed or lost) or is_cut(message.body) or (bool(source.strip()) and bare(message.body) == '' and not (message.attachment_ids - original)),
})
unknown = parameter('{{unknown}}') or 'contact'
decision = 'added'
reason = part
# What a calendar answers is for whoever sent the invitation, and no word on a ticket.
carries = source.lower()
taker = env.ref('{{taker}}', raise_if_not_found=False) if 'text/calendar' in carries or 'application/ics' in carries or '.ics' in carries or message.attachment_ids.filtered(lambda file: file.name.lower().endswith('.ics') or file.name == 'attachment') else None
taken = False
if address and recent < most and taker:
    taken = taker.sudo().with_context(
        active_model='x_support.ticket', {{takes}}={'message': message.id, 'original': original.id, 'address': address},
    ).run()
if not address:
    decision = 'held'
    reason = 'no_sender'
elif recent >= most:
    decision = 'held'
    reason = 'loop'
elif taken:
    decision = 'noted'
    reason = taken['reason']
    entry.write({'x_detail': taken['detail'] or False, 'x_ticket_id': taken['ticket'], 'x_has_closed_parts': False})
elif ticket and by_machine:
    decision = 'filed'
    reason = 'machine_reply' if answered_by_machine else 'machine'
elif ticket and not part:
    decision = 'waits'
    reason = 'staff_claim' if staff else 'stranger'
elif not ticket and answered_by_machine:
    decision = 'filed'
    reason = 'machine_reply'
elif not ticket:
    decision = 'opened'
    reason = 'machine' if by_machine else 'known'
    if not sender:
        domain = address.split('@')[-1]
        firms = people.search([('is_company', '=', True), ('parent_id', '=', False), '|', ('email', '=ilike', '%@' + domain), ('website', 'ilike', domain)])
        firms = firms.filtered(lambda firm: domain in ((firm.email or '').lower().split('@')[-1], (firm.website or '').lower().split('//')[-1].split('/')[0].replace('www.', '')))
        name = (message.email_from or '').split('<')[0].strip().strip('"\'').strip() or address
        if len(firms) == 1:
            sender = people.create({'name': name, 'email': address, 'parent_id': firms.id, 'lang': firms.lang, 'x_is_unverified': True})
            reason = 'company'
        elif unknown == 'contact':
            sender = people.create({'name': name, 'email': address})
            reason = 'unknown'
        elif unknown == 'address' or by_machine:
            reason = 'address'
        else:
            decision = 'refused'
            reason = 'closed_door'
if decision in ('held', 'refused', 'noted') and asked['fresh']:
    route.write({'x_active': False})
entry.write({'x_decision': decision, 'x_reason': reason, 'x_partner_id': sender.id})

if decision == 'refused':
    lang = env.company.partner_id.lang
    words = '<p>%s</p>' % say('intake.refused', lang, {'company': env.company.name})
    # On the line, too, for whoever looks later; Odoo mails only what it is told to.
    answer = env['mail.message'].sudo().create({
        'model': 'x_support.intake',
        'res_id': entry.id,
        'message_type': 'email_outgoing',
        'subtype_id': env.ref('mail.mt_note').id,
        'subject': 'Re: %s' % (message.subject or ''),
        'email_from': env.company.partner_id.email_formatted or env.user.email_formatted,
        'author_id': env.company.partner_id.id,
        'body': words,
    })
    env['mail.mail'].sudo().create({
        'mail_message_id': answer.id,
        'email_to': address,
        'body_html': words,
        'headers': "{'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', 'In-Reply-To': '%s'}" % (message.message_id or '').replace("'", '').replace('\\', ''),
        'auto_delete': True,
    }).send_after_commit()

if decision == 'opened':
    given = {
        'x_name': message.subject or say('intake.noSubject', sender.lang, {}),
        'x_partner_id': sender.id,
        'x_email': False if sender else address,
        'x_description': message.body,
        'x_is_automatic': by_machine,
    }
    if asked['fresh']:
        ticket = route
        ticket.write(given)
    else:
        if entry.x_team_id:
            given['x_team_id'] = entry.x_team_id.id
        if entry.x_priority:
            given['x_priority'] = entry.x_priority
        ticket = tickets.with_context(mail_create_nosubscribe=True).create(given)

if ticket and decision in ('opened', 'added', 'waits', 'filed'):
    entry.write({'x_ticket_id': ticket.id})
    env.ref('__supportdesk__.action_intake_post').with_context(
        active_model='x_support.intake', active_id=entry.id, active_ids=[entry.id],
        supportdesk_mail={'message': message.id, 'public': decision in ('opened', 'added'), 'copy': towards},
    ).run()

# What else a mail begins with the ticket that it opened; a machine begins nothing.
opens = env.ref('{{opens}}', raise_if_not_found=False) if decision == 'opened' and not by_machine else None
if opens:
    opens.sudo().with_context(
        active_model='x_support.ticket', active_id=ticket.id, active_ids=ticket.ids, {{opened}}={'message': message.id, 'towards': envelope + towards},
    ).run()
