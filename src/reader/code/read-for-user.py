asked = env.context.get('{{asked}}')
if asked:
    user = env['res.users'].browse(asked['user']).exists()
    if not user.active:
        user = env.ref('base.public_user')
    is_customer = user.has_group('base.group_portal')
    rules = env['ir.rule'].with_user(user)
    limits = {}
    seen = {}
    answers = []
    for read in asked['reads']:
        of = read['of'] or read
        shown = env[of['model']]
        if not is_customer:
            shown = shown.with_user(user)
        if of['model'] not in limits:
            limit = []
            if is_customer:
                # A model without a rule for them is none of theirs, though Odoo would take it for one without limits.
                is_theirs = any(rule.groups for rule in rules._get_rules(of['model'], 'read').sudo())
                limit = rules._compute_domain(of['model'], 'read') if is_theirs else [('id', 'in', [])]
            limits[of['model']] = limit
        if read['of']:
            key = '%s,%s' % (of['model'], of['id'])
            if key not in seen:
                seen[key] = shown.search_count([('id', '=', of['id'])] + limits[of['model']])
            records = env[read['model']]
            domain = read['domain'] if seen[key] else [('id', 'in', [])]
        else:
            records = shown
            domain = read['domain'] + limits[of['model']]
        options = read['options']
        if read['method'] == 'web_search_read':
            found = records.web_search_read(domain, **options)
            up_to = read.get('upTo')
            if up_to:
                # Nobody is sent megabytes that no page shows.
                characters = 0
                kept = []
                for row in found['records']:
                    if len(kept) > 1 and characters > up_to['characters']:
                        break
                    characters += len(row[up_to['field']] or '')
                    kept.append(row)
                found['records'] = kept
            answers.append(found)
        elif read['method'] == 'search_read':
            answers.append(records.search_read(domain, **options))
        elif read['method'] == 'read_group':
            answers.append(records.read_group(domain, **options))
        elif read['method'] == 'search_count':
            answers.append(records.search_count(domain))
        else:
            answers.append(records.search(domain, **options).ids)
    action = {'answers': answers}
