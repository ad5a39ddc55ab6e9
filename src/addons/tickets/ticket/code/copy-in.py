asked = env.context.get('{{asked}}')
if asked:
    refused = False
    people = env['res.partner']
    ticket = model.browse(asked['ticket'])
    company = people.browse(asked['customer']).commercial_partner_id
    has_it = [('email_normalized', '=', asked['email'])]
    # Archived logins count, too: they may be woken again.
    everybody = people.with_context(active_test=False)
    followers = env['mail.followers'].search([('res_model', '=', 'x_support.ticket'), ('res_id', '=', ticket.id), ('partner_id.partner_share', '=', True)])
    colleague = people.search(has_it + [('partner_share', '=', True), ('commercial_partner_id', '=', company.id)], order='id', limit=1)
    person = colleague or everybody.search(has_it + [('active', '=', True), ('user_ids', '=', False)], order='id', limit=1)
    if not colleague and everybody.search(has_it + [('user_ids.share', '=', False)], limit=1):
        refused = 'staff'
    elif len(followers) >= {{most_followers}}:
        refused = 'many'
    elif not person:
        names = env['ir.model.data']
        ours = [('module', '=', '{{module}}'), ('model', '=', 'res.partner')]
        today = datetime.datetime.now() - datetime.timedelta(days=1)
        made = names.search(ours + [('name', '=like', 'copy-%s-%%' % company.id), ('create_date', '>=', today)])
        if len(made) >= {{most_new}}:
            refused = 'new'
        else:
            person = people.create({'name': asked['email'], 'email': asked['email']})
            name = 'copy-%s-%s' % (company.id, asked['digest'])
            known = names.search(ours + [('name', '=', name)], limit=1)
            # Whoever had this name has another address by now, or a login.
            if known:
                known.write({'res_id': person.id})
            else:
                names.create({'module': '{{module}}', 'name': name, 'model': 'res.partner', 'res_id': person.id})
    if not refused:
        ticket.message_subscribe([person.id])
    action = {'refused': refused}
