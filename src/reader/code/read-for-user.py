asked = env.context.get('{{asked}}')
if asked:
    user = env['res.users'].browse(asked['user']).exists()
    if not user.active:
        user = env.ref('base.public_user')
    is_customer = user.has_group('base.group_portal')
    rules = env['ir.rule'].with_user(user)
    answers = []
    for read in asked['reads']:
        records = env[read['model']]
        domain = read['domain']
        shown = env[read['of']['model']] if read['of'] else records
        if is_customer:
            # A model without a rule for them is none of theirs, though Odoo would take it for one without limits.
            is_theirs = any(rule.groups for rule in rules._get_rules(shown._name, 'read').sudo())
            within = rules._compute_domain(shown._name, 'read') if is_theirs else [('id', 'in', [])]
        else:
            shown = shown.with_user(user)
            within = []
        if not read['of']:
            records = shown
            domain = domain + within
        elif not shown.search_count([('id', '=', read['of']['id'])] + within):
            domain = [('id', 'in', [])]
        options = read['options']
        if read['method'] == 'web_search_read':
            answers.append(records.web_search_read(domain, **options))
        elif read['method'] == 'search_read':
            answers.append(records.search_read(domain, **options))
        elif read['method'] == 'read_group':
            answers.append(records.read_group(domain, **options))
        elif read['method'] == 'search_count':
            answers.append(records.search_count(domain))
        else:
            answers.append(records.search(domain, **options).ids)
    action = {'answers': answers}
