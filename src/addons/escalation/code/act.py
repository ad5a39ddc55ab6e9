def say_time(hours, lang):
    minutes = int(round(hours * 60))
    values = {'hours': minutes // 60, 'minutes': minutes % 60}
    if not minutes // 60:
        return say('escalation.time.minutes', lang, values)
    return say('escalation.time.both' if minutes % 60 else 'escalation.time.hours', lang, values)


def say_why(rule, run, lang):
    target = run.split(' ')[0]
    if rule.x_when == 'share':
        return say('escalation.share.' + target, lang, {'share': rule.x_share})
    values = {'time': say_time(rule.x_hours, lang), 'times': rule.x_times}
    if rule.x_when == 'missed':
        return say(('escalation.late.' if rule.x_hours else 'escalation.missed.') + target, lang, values)
    return say('escalation.' + rule.x_when, lang, values)


def say_level(rule, run, lang):
    return say('escalation.level', lang, {'name': rule.with_context(lang=lang).x_name, 'why': say_why(rule, run, lang)})


def choose_person(rule, ticket):
    # Whose activity it is: somebody who works on tickets, or nobody.
    leader = ticket.x_team_id.x_leader_id
    people = {'assignee': [ticket.x_user_id, leader], 'leader': [leader, ticket.x_user_id], 'user': [rule.x_activity_user_id]}
    for person in people.get(rule.x_activity) or []:
        if person.active and person in technicians:
            return person
    return technicians.browse()


def gather(fired, key):
    # What is the same for several is done to all of them at once: values of `key`, each with its tickets.
    groups = {}
    for ticket, rule, run in fired:
        for value in key(rule, ticket):
            groups[value] = groups.get(value, tickets.browse()) | ticket
    return groups


def change(fired):
    # Priority, tags, person. Odoo's own lines about it would say less than the note does.
    for priority, some in sorted(gather(fired, lambda rule, ticket: [rule.x_raise_to] if rule.x_raise_to else []).items()):
        lower = some.filtered_domain([('x_priority', '<', priority)])
        if lower:
            lower.write({'x_priority': priority})
    for tag, some in gather(fired, lambda rule, ticket: rule.x_add_tag_ids.ids).items():
        some.write({'x_tag_ids': [(4, tag)]})
    for user, some in gather(fired, lambda rule, ticket: rule.x_assign_to_id.ids).items():
        others = some.filtered_domain([('x_user_id', '!=', user)])
        if others:
            others.write({'x_user_id': user})
    # It is there where teams have rules.
    hand_on = env['ir.model.data'].sudo().search([('module', '=', '{{prefix}}'), ('name', '=', '{{hand_on}}')])
    handed = gather(fired, lambda rule, ticket: [1] if not rule.x_assign_to_id and rule.x_hands_on else [])
    if hand_on and handed:
        env['ir.actions.server'].sudo().browse(hand_on.res_id).with_context(active_model='{{ticket}}', active_id=handed[1].ids[0], active_ids=handed[1].ids).run()


def plan_activities(fired):
    # One for a person on a ticket, however many levels are theirs.
    todo = env.ref('mail.mail_activity_data_todo')
    document = env['ir.model'].sudo().search([('model', '=', '{{ticket}}')])
    given = {}
    for ticket, rule, run in fired:
        person = choose_person(rule, ticket)
        if person:
            line = given.setdefault('%s %s' % (ticket.id, person.id), {'ticket': ticket, 'person': person, 'names': [], 'why': []})
            line['names'].append(rule.with_context(lang=person.lang).x_name)
            line['why'].append(say_why(rule, run, person.lang))
    if not given:
        return {}
    values = []
    follower = env['mail.followers'].sudo()
    ids = [line['ticket'].id for line in given.values()]
    followed = ['%s %s' % (one.res_id, one.partner_id.id) for one in follower.search([('res_model', '=', '{{ticket}}'), ('res_id', 'in', ids)])]
    for line in given.values():
        values.append({
            'res_model_id': document.id,
            'res_id': line['ticket'].id,
            'user_id': line['person'].id,
            'activity_type_id': todo.id,
            'summary': ', '.join(line['names']),
            'note': '<p>%s</p>' % '<br/>'.join(line['why']),
            'date_deadline': datetime.date.today(),
        })
    # Who wants a mail of it says so in the rule.
    env['mail.activity'].sudo().with_context(mail_activity_quick_update=True).create(values)
    # Odoo lets them follow, too, and get every mail of the ticket from then on.
    for line in given.values():
        if '%s %s' % (line['ticket'].id, line['person'].partner_id.id) not in followed and line['person'] != line['ticket'].x_user_id:
            line['ticket'].message_unsubscribe(line['person'].partner_id.ids)
    return given


def act(fired, stamp):
    # Carries out [ticket, rule, run] and says on each ticket what and why, in the language of the company.
    lang = env.company.partner_id.lang
    before = {}
    for ticket, rule, run in fired:
        before[ticket.id] = [ticket.x_priority, ticket.x_user_id]
    change(fired)
    activities = plan_activities(fired)
    told = {}
    mailed = {}
    for ticket, rule, run in fired:
        told.setdefault(ticket.id, []).append(say_level(rule, run, lang))
        if rule.x_mails:
            mailed.setdefault(ticket.id, []).append(say_level(rule, run, lang))
        for tag in rule.x_add_tag_ids.with_context(lang=lang):
            told[ticket.id].append(say('escalation.tag', lang, {'name': tag.x_name}))
    for ticket_id, priority_and_user in before.items():
        ticket = tickets.browse(ticket_id)
        if ticket.x_priority != priority_and_user[0]:
            told[ticket_id].append(say('escalation.priority.' + ticket.x_priority, lang, {}))
        if ticket.x_user_id != priority_and_user[1]:
            told[ticket_id].append(say('escalation.assigned' if ticket.x_user_id else 'escalation.nobody', lang, {'name': ticket.x_user_id.name}))
    for line in activities.values():
        told[line['ticket'].id].append(say('escalation.activity', lang, {'name': line['person'].name}))
    words = {}
    keys = []
    for ticket_id, why in mailed.items():
        note = ''
        for line in why:
            note += '<p>%s</p>' % line.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
        words[note] = words.get(note, tickets.browse()) | tickets.browse(ticket_id)
        keys.append('escalating-%s-%s' % (ticket_id, stamp))
    for note, some in words.items():
        fire_mail('escalating', some, {'x_key': 'escalating-{id}-%s' % stamp, 'x_note': note})
    # None where the table of mails names nobody.
    for event in env['x_support.mail_event'].sudo().search([('x_key', 'in', keys)]):
        told[event.x_ticket_id.id].append(say('escalation.mail', lang, {}))
    author = env.ref('base.partner_root')
    notes = {}
    for ticket_id, lines in told.items():
        notes[ticket_id] = ' · '.join(lines)
    tickets.browse(list(notes.keys()))._message_log_batch(bodies=notes, author_id=author.id, email_from=author.email)
