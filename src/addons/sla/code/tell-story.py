{{clock}}


begin = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
now = int((datetime.datetime.now() - datetime.datetime(1970, 1, 1)).total_seconds())
for record in self:
    record['x_sla_story'] = False
    facts = [line.split(' ') for line in (record.x_sla_ledger or '').split('\n') if line]
    goals = sorted([[int(fact[0]), fact[2]] for fact in facts if fact[1] == 'due'])
    paused = [[int(fact[0]), fact[2]] for fact in facts if fact[1] == 'left']
    agreed = [fact for fact in facts if fact[1] == 'terms']
    if not goals and not paused:
        continue
    # The target that the ticket's deadline stands for, and where none has a date, the last to be reached.
    goal, target = goals[0] if goals else paused[-1]
    until = goal if goals else now
    budget = int(agreed[-1][{'first': 4, 'next': 5, 'solution': 6}[target]])
    since = int(facts[0][0])
    for fact in facts:
        if fact[1] == 'asked' and target == 'next':
            since = int(fact[0])

    # When the clock stood still, and why.
    stops = []
    stopped = None
    for fact in unfold_visits(facts):
        if fact[1] in ('run', 'wait', 'hold', 'visit', 'done') and target != 'first':
            if stopped is not None:
                stops.append((stopped[0], int(fact[0]), stopped[1]))
            # Of an appointment its time is told, too.
            stopped = None if fact[1] == 'run' else (int(fact[0]), ' '.join(fact[1:]))
    if stopped is not None:
        stops.append((stopped[0], until, stopped[1]))

    # A month is as much as anybody reads.
    start = max(since, until - 2678400)
    calendar = record.env['resource.calendar'].sudo().browse([int(agreed[-1][3])] if int(agreed[-1][3]) else [])
    moment = ''
    days = {}
    names = {}
    if calendar:
        span = (begin + datetime.timedelta(seconds=start), begin + datetime.timedelta(seconds=until))
        stretches = []
        for opens, closes, line in calendar._attendance_intervals_batch(span[0], span[1])[False]:
            names.setdefault(str(opens)[:10], '')
            days.setdefault(str(opens)[:10], {'work': 0})
        for opens, closes, line in calendar._work_intervals_batch(span[0], span[1])[False]:
            stretches.append((str(opens)[:10], int(opens.timestamp() + 0.5), int(closes.timestamp() + 0.5)))
            names.pop(str(opens)[:10], None)
            # What is due is due while somebody is there: the last stretch ends with it.
            moment = str(closes)[:16].replace(' ', 'T')
        for leave in record.env['resource.calendar.leaves'].sudo().search([('calendar_id', 'in', [False, calendar.id]), ('date_to', '>=', span[0].replace(tzinfo=None)), ('date_from', '<=', span[1].replace(tzinfo=None))]):
            if not leave.resource_id:
                for day in names:
                    if str(leave.date_from)[:19] <= day + ' 12:00:00' and str(leave.date_to)[:19] >= day + ' 12:00:00':
                        names[day] = names[day] or leave.name or ''
    else:
        stretches = [('', start, until)]
        days[''] = {'work': 0}
    for day, opens, closes in stretches:
        work = closes - opens
        for stop in stops:
            still = min(closes, stop[1]) - max(opens, stop[0])
            if still > 0:
                days[day][stop[2]] = days[day].get(stop[2], 0) + still
                work -= still
        days[day]['work'] += work

    story = [' '.join(['goal', target, str(goal), ('due %s %s' % (moment, calendar.tz if calendar else '')).strip() if goals else 'left'])]
    earlier = budget - (0 if goals else goal)
    for day in days:
        earlier -= days[day]['work']
    if earlier > 0:
        story.append('earlier %s' % earlier)
    told = []
    for day in sorted(days):
        own = [['closed', 0, names[day]]] if day in names else []
        for kind in ['work', 'wait', 'hold'] + sorted([kind for kind in days[day] if kind.startswith('visit')]) + ['done']:
            if days[day].get(kind):
                words = kind.split(' ')
                own.append([words[0], days[day][kind], ' '.join(words[1:])])
        for kind, seconds, name in own:
            before = told[-1] if told else None
            is_whole = len(own) == 1 and kind != 'work'
            if is_whole and before and before['is_whole'] and [before['kind'], before['name']] == [kind, name]:
                # Days on end that are all alike are told as one.
                before['until'] = '/' + day
                before['seconds'] += seconds
            else:
                told.append({'day': day or '-', 'until': '', 'kind': kind, 'seconds': seconds, 'name': name, 'is_whole': is_whole})
    for line in told:
        story.append(('day %s%s %s %s %s' % (line['day'], line['until'], line['kind'], line['seconds'], line['name'])).strip())
    record['x_sla_story'] = '\n'.join(story)
