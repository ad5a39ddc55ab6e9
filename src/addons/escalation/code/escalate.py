{{clock}}


{{moments}}


{{rounds}}


{{fire_mail}}


{{act}}


def keep_watch(some, found):
    # A line for each ticket that a rule may yet act on, with the moment at which to look at it.
    watched = {line.x_ticket_id.id: line for line in lines.search([('x_ticket_id', 'in', some.ids)])}
    begin = datetime.datetime(1970, 1, 1)
    new = []
    over = lines.browse()
    for ticket in some:
        line = watched.get(ticket.id, lines.browse())
        if not found[ticket.id]:
            over |= line
            continue
        rule, run, moment = sorted(found[ticket.id], key=lambda one: one[2])[0]
        look_at = begin + datetime.timedelta(seconds=moment)
        if not line:
            new.append({'x_ticket_id': ticket.id, 'x_look_at': look_at, 'x_escalation_id': rule.id})
        elif line.x_look_at != look_at or line.x_escalation_id != rule:
            line.write({'x_look_at': look_at, 'x_escalation_id': rule.id, 'x_error': False})
    over.unlink()
    lines.create(new)


def act_on_due(now, limit):
    # What has come due, done and remembered in one transaction; answers how many tickets were looked at and acted on.
    due = find_due_lines(now, limit)
    some = tickets.browse(due.mapped('x_ticket_id').ids)
    if not some:
        return [0, 0]
    found = evaluate(some)
    fired = []
    for ticket in some:
        for rule, run, moment in sorted(found[ticket.id], key=lambda one: one[2]):
            if moment <= to_seconds(now):
                fired.append([ticket, rule, run])
    if fired:
        act(fired, to_seconds(now))
        new = []
        for ticket, rule, run in fired:
            names = [run]
            # Where a level moves the date itself, what runs then has been acted on, too: it shall not do so again at once.
            for other, moment in find_moments(read_ticket(ticket), rule):
                if other.split(' ')[0] == run.split(' ')[0] and other not in names:
                    names.append(other)
            new.append({
                'x_ticket_id': ticket.id,
                'x_escalation_id': rule.id,
                'x_name': say_level(rule, run, env.company.partner_id.lang),
                'x_run': '|'.join(names),
                'x_at': now,
            })
        acts.create(new)
        found = evaluate(some)
    keep_watch(some, found)
    return [len(due), len(set([ticket.id for ticket, rule, run in fired]))]


asked = env.context['{{asked}}']
tickets = env['{{ticket}}'].sudo().with_context(mail_notrack=True)
rules = env['{{rule}}'].sudo().search([])
acts = env['x_support.escalation_act'].sudo()
lines = env['x_support.escalation_watch'].sudo()
calendars = env['resource.calendar'].sudo()
technicians = env.ref('{{technicians}}').sudo().users
conditions = find_conditions()
team_hours = find_team_hours()
known = {}
now = datetime.datetime.strptime(asked['now'], '%Y-%m-%d %H:%M:%S')
state = env['x_support.escalation_round'].sudo().search([], order='id', limit=1)
described = describe_rules()
if asked['do'] == 'postpone':
    # A ticket that cannot be acted on keeps no other one waiting.
    first = find_due_lines(now, 1)
    if first.id == asked['line']:
        first.write({'x_look_at': now + datetime.timedelta(hours=1), 'x_error': asked['error']})
    action = {'line': find_due_lines(now, 1).id}
elif asked['do'] == 'first':
    action = {'line': find_due_lines(now, 1).id}
elif not rules:
    lines.search([], limit=asked['planned']).unlink()
    action = {'is_more': bool(lines.search([], limit=1)), 'planned': 0, 'acted': 0}
else:
    # Of two at once the later one waits here, meets the other's change, and is begun anew by Odoo.
    state = state or state.create({})
    state.write({'x_stepped_at': datetime.datetime.now()})
    state.flush_recordset()
    if state.x_rules != described:
        state.write({'x_rules': described, 'x_after': '1970-01-01 00:00:00', 'x_until': asked['settled'], 'x_last': 0})
    elif not state.x_until:
        state.write({'x_until': asked['settled'], 'x_last': 0})
    changed = find_changed(state.x_after, state.x_until, state.x_last, asked['planned'])
    keep_watch(changed, evaluate(changed))
    if len(changed) < asked['planned']:
        state.write({'x_after': state.x_until, 'x_until': False, 'x_last': 0})
    else:
        state.write({'x_last': max(changed.ids)})
    looked, acted = act_on_due(now, asked['acted']) if asked['acted'] else [0, 0]
    action = {'is_more': bool(state.x_until) or looked > 0 and looked == asked['acted'], 'planned': len(changed), 'acted': acted}
