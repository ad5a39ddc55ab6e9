def to_seconds(moment):
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds())


def find_conditions():
    # By what rules can be narrowed: fields of a rule and of a ticket that lead to the same kind of record, and where such a
    # record has others above it, the field that leads there.
    fields = env['ir.model.fields'].sudo()
    found = []
    for one in fields.search([('model', '=', '{{rule}}'), ('ttype', '=', 'many2many')]):
        parent = fields.search([('model', '=', one.relation), ('relation', '=', one.relation), ('ttype', '=', 'many2one')], limit=1)
        for other in fields.search([('model', '=', '{{ticket}}'), ('relation', '=', one.relation), ('ttype', '=', 'many2one')]):
            found.append((one.name, other.name, parent.name))
    return found


def fits(rule, ticket):
    if rule.x_from_priority and (ticket.x_priority or '') < rule.x_from_priority:
        return False
    for narrowing, about, above in conditions:
        wanted = rule[narrowing]
        if not wanted:
            continue
        place = ticket[about]
        while place and above and place not in wanted:
            place = place[above]
        if not place or place not in wanted:
            return False
    return True


def find_reopenings(ticket):
    # When it was put back to work.
    found = []
    before = ''
    for line in (ticket.x_life or '').split('\n'):
        moment, space, state = line.rpartition(' ')
        if before == '{{done}}' and state != '{{done}}':
            found.append(to_seconds(datetime.datetime.strptime(moment, '%Y-%m-%d %H:%M:%S')))
        before = state
    return found


def find_hours(ticket, promised):
    # The hours in which time counts: those of its policy, else its team's; day and night where neither has any.
    key = 'hours %s %s' % (promised, ticket.x_team_id.id)
    if key not in known:
        calendar = calendars.browse([promised] if promised else [])
        for name in team_hours:
            calendar = calendar or ticket.x_team_id[name]
        known[key] = calendar if calendar.attendance_ids else calendars
    return known[key]


def read_ticket(ticket):
    # What rules ask of a ticket, read once for all of them.
    kept = [line.split(' ') for line in (ticket.x_sla_ledger or '').split('\n') if line]
    facts = unfold_visits([line for line in kept if line[1] not in ('due', 'left', 'seen')])
    agreed = [fact for fact in facts if fact[1] == 'terms']
    terms = agreed[-1][3:] if agreed and agreed[-1][2] != '0' else []
    reopened = find_reopenings(ticket)
    opened = to_seconds(ticket.x_opened_at or ticket.create_date)
    runs = [fact[1] for fact in facts if fact[1] in ('run', 'wait', 'hold', 'visit', 'done')]
    return {
        'ticket': ticket,
        'facts': facts,
        'terms': terms,
        'turns': [fact for fact in facts if fact[1] in ('asked', 'answered', 'done')],
        'is_running': bool(runs) and runs[-1] == 'run',
        'opened': opened,
        # Since when it is open, without a break.
        'begun': max(reopened + [opened]),
        'reopened': reopened,
        'hours': find_hours(ticket, int(terms[0]) if terms else 0),
    }


def find_target_moments(seen, rule):
    # Of what the policy promises and is still owed: [run, when]. A run is known by its target, its beginning and what was
    # promised, so that a break leaves it the same and other terms begin another one.
    asked = seen['turns'][-1][0] if seen['turns'] else '0'
    starts = {'first': seen['opened'], 'next': int(asked), 'solution': seen['begun']}
    extra = int(round(rule.x_hours * 3600))
    places = ['first', 'next', 'solution']
    terms = [seen['terms'][0]]
    promised = {}
    for place, budget in zip(places, seen['terms'][1:]):
        promised[place] = budget
        seconds = int(budget)
        if seconds and rule.x_target in (False, place):
            seconds = max(1, seconds * rule.x_share // 100) if rule.x_when == 'share' else seconds + extra
            terms.append(str(seconds))
        else:
            terms.append('0')
    calendar = calendars.browse([int(terms[0])] if int(terms[0]) else [])
    found = []
    for target, due, left in find_targets(seen['facts'], terms, calendar, known, find_openings, find_due):
        # While the clock stands still nobody is warned that it runs down.
        if due is None or rule.x_when == 'share' and target != 'first' and not seen['is_running']:
            continue
        start = starts[target]
        found.append(['%s %s %s/%s' % (target, start, promised[target], terms[0]), max(due, start)])
    return found


def find_deadline_moments(seen, rule):
    # Of a date that no policy gave: it comes nearer day and night.
    due = to_seconds(seen['ticket'].x_sla_deadline)
    run = 'deadline %s %s' % (seen['begun'], due)
    if rule.x_when == 'share':
        moment = seen['opened'] + max(0, due - seen['opened']) * rule.x_share // 100
    else:
        extra = int(round(rule.x_hours * 3600))
        moment = find_due(seen['hours'], [(due, None)], extra, known, find_openings)[0] if extra else due
    return [] if moment is None else [[run, max(moment, seen['begun'])]]


def find_since(seen, rule):
    # Since when what the rule is about has been so, or None.
    ticket = seen['ticket']
    if rule.x_when == 'unassigned':
        if ticket.x_user_id:
            return None
        return max(seen['begun'], to_seconds(ticket.x_unassigned_at) if ticket.x_unassigned_at else 0)
    is_waiting = ticket.x_state == '{{waiting}}'
    if rule.x_when == 'waiting':
        return to_seconds(ticket.x_waiting_at) if is_waiting and ticket.x_waiting_at else None
    if is_waiting:
        return None
    if seen['facts']:
        # From the first word that was not answered: who asks twice has not begun to wait anew.
        turn = seen['turns'][-1][1] if seen['turns'] else ''
        if turn == 'answered':
            return None
        return max(seen['begun'], int(seen['turns'][-1][0])) if turn == 'asked' else seen['begun']
    if ticket.x_is_answered:
        return None
    message = ticket.x_last_message_id
    return max(seen['begun'], to_seconds(message.date) if message else 0)


def find_moments(seen, rule):
    # [run, when]: when the rule is to act on a ticket, once for each run. Seconds since 1970.
    if rule.x_when == 'reopened':
        times = seen['reopened']
        return [['reopened %s' % times[-1], times[-1]]] if times and len(times) >= rule.x_times else []
    if rule.x_when in ('share', 'missed'):
        if seen['terms']:
            return find_target_moments(seen, rule)
        if seen['ticket'].x_sla_deadline and not rule.x_target:
            return find_deadline_moments(seen, rule)
        return []
    since = find_since(seen, rule)
    if since is None:
        return []
    moment = find_due(seen['hours'], [(since, None)], int(round(rule.x_hours * 3600)), known, find_openings)[0]
    return [] if moment is None else [['%s %s' % (rule.x_when, since), moment]]


def evaluate(tickets):
    # By ticket: [rule, run, when] of all that rules have yet to do. Nothing is made up for of what was before a rule held, or
    # before the ticket came to this Odoo; nor of a run that begins with what has been acted on: other terms under which it
    # is just as late are no news.
    acted = {}
    latest = {}
    for act in acts.search([('x_ticket_id', 'in', tickets.ids)]):
        for run in act.x_run.split('|'):
            acted['%s %s %s' % (act.x_ticket_id.id, act.x_escalation_id.id, run)] = True
            since = '%s %s %s' % (act.x_ticket_id.id, act.x_escalation_id.id, run.split(' ')[:2])
            latest[since] = max(latest.get(since, 0), to_seconds(act.x_at))
    found = {}
    for ticket in tickets:
        found[ticket.id] = []
        if ticket.x_state == '{{done}}' or not ticket.x_active:
            continue
        seen = read_ticket(ticket)
        came = to_seconds(ticket.create_date)
        for rule in rules:
            if not fits(rule, ticket):
                continue
            for run, moment in find_moments(seen, rule):
                if moment < max(came, to_seconds(rule.x_since or rule.create_date)):
                    continue
                if '%s %s %s' % (ticket.id, rule.id, run) in acted:
                    continue
                if moment > latest.get('%s %s %s' % (ticket.id, rule.id, run.split(' ')[:2]), -1):
                    found[ticket.id].append([rule, run, moment])
    return found
