# Who may read a ticket, found by reading it as each of them; nothing is changed.
asked = env.context.get('{{asked}}')
if asked:
    tickets = model.sudo().with_context(active_test=False)
    ticket = tickets.search([('x_ticket_ref', '=', asked['ticket'])], order='id', limit=1)
    action = {'ticket': False}
    if ticket:
        rules = env['ir.rule']
        itself = [('id', '=', ticket.id)]
        users = env['res.users'].sudo()
        desk = []
        for user in users.search([('share', '=', False)], order='name, id'):
            seen = model.with_user(user).with_context(active_test=False)
            # The line on the model first: without it Odoo refuses the very question.
            reads = seen.has_access('read') and seen.search_count(itself) == 1
            why = []
            if reads:
                for group, key, leaf in {{leaves}}:
                    if user.has_group(group) and tickets.search_count(itself + [leaf]):
                        why.append(key)
                for role, group in (('administrator', '__supportdesk__.group_administrator'), ('service', '__supportdesk__.group_service')):
                    if user.has_group(group):
                        why.append(role)
            is_ours = user.has_group('{{everybody}}') or user.has_group('__supportdesk__.group_service')
            if reads or is_ours:
                # What somebody added in Odoo counts, too.
                applied = rules.with_user(user)._get_rules(model._name, 'read').sudo()
                desk.append({'name': user.name, 'login': user.login, 'reads': reads, 'why': why, 'rules': applied.mapped('name') if reads and not why else []})
        # Those whom it may concern first, then everybody else, as many as are asked about.
        family = ticket.x_partner_id.commercial_partner_id
        portal = [('groups_id', 'in', env.ref('base.group_portal').ids)]
        near = users.search(portal + ['|', '|', ('partner_id', 'child_of', family.ids), ('partner_id', 'in', ticket.x_contact_ids.ids), ('partner_id', 'in', ticket.message_partner_ids.ids)])
        others = users.search(portal + [('id', 'not in', near.ids)], order='id', limit=max(0, asked['limit'] - len(near)))
        customers = []
        refused = []
        for user in near | others:
            judge = rules.with_user(user)
            applied = judge._get_rules(model._name, 'read').sudo()
            reads = bool(applied.mapped('groups')) and tickets.search_count(itself + judge._compute_domain(model._name, 'read')) == 1
            if reads:
                why = 'customer' if user.partner_id == ticket.x_partner_id else 'contact' if user.partner_id in ticket.x_contact_ids else 'company'
                customers.append({'name': user.partner_id.display_name, 'login': user.login, 'why': why, 'rules': [rule.name for rule in applied if rule.groups]})
            elif user in near:
                refused.append({'name': user.partner_id.display_name, 'login': user.login})
        action = {
            'ticket': ticket.x_ticket_ref,
            'subject': ticket.x_name,
            'customer': ticket.x_partner_id.display_name or False,
            'team': ticket.x_team_id.x_name or False,
            'members_only': ticket.x_team_id.x_members_only,
            'assigned': ticket.x_user_id.name or False,
            'desk': desk,
            'customers': customers,
            'refused': refused,
            'asked': len(near | others),
            'of': users.search_count(portal),
            'mails': [one.display_name for one in ticket.message_partner_ids if not one.user_ids],
        }
