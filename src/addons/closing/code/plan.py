{{find_rule}}


def find_days(calendar, at, known):
    # The working days of three weeks, those around a second: (opens, closes) of each, in seconds since 1970. Read once
    # for all tickets; from the days around them, so that no day is cut in two.
    week = at // 1814400
    key = '%s %s' % (calendar.id, week)
    if key not in known:
        first = week * 1814400
        begin = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(seconds=first - 172800)
        days = {}
        for opens, closes, line in calendar._work_intervals_batch(begin, begin + datetime.timedelta(days=25))[False]:
            stretch = days.get(str(opens)[:10])
            end = int(closes.timestamp() + 0.5)
            days[str(opens)[:10]] = (stretch[0] if stretch else int(opens.timestamp() + 0.5), max(stretch[1], end) if stretch else end)
        known[key] = []
        for day in sorted(days):
            if first <= days[day][0] < first + 1814400:
                known[key].append(days[day])
    return known[key]


def add_days(calendar, begin, count, known, find_days):
    # So many working days later, as long after opening as it was then: Tuesday at ten, and on Tuesday at ten a week of
    # five days is over. What begins after closing, or on a free day, ends with a day. Without hours every day is one.
    if not calendar:
        return begin + count * 86400
    at = begin
    day = None
    for _ in range(36):
        for one in find_days(calendar, at, known):
            if one[0] <= begin:
                day = one
        if day:
            break
        at -= 1814400
    if day is None:
        return begin + count * 86400
    passed = min(begin, day[1]) - day[0]
    left = count
    at = day[0]
    for _ in range(36):
        for one in find_days(calendar, at, known):
            if one[0] > day[0]:
                left -= 1
                if left == 0:
                    return min(one[0] + passed, one[1])
        at = (at // 1814400 + 1) * 1814400
    return begin + count * 86400


def to_second(moment):
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds()) if moment else 0


def find_begin(record, to_second):
    # Since when a ticket waits for its customer: since the status says so, and since the desk's last word. None where it
    # does not, nobody asked the customer anything, or another system has the say.
    if record.x_state != '{{waiting}}' or not record.x_active or record.x_merged_into_id or not record.x_partner_id:
        return None
    # Where there are stages, they say whether it is the customer who is waited for.
    if not record.x_is_answered or not ({{closes}}):
        return None
    changes = [line for line in (record.x_life or '').split('\n') if line]
    if changes and not changes[-1].endswith(' {{waiting}}'):
        return None
    if changes:
        since = to_second(datetime.datetime.strptime(changes[-1][:19], '%Y-%m-%d %H:%M:%S'))
    else:
        made = record.create_date
        # Opened elsewhere and imported.
        if not made or record.x_opened_at and to_second(record.x_opened_at) < to_second(made) - 60:
            return None
        since = to_second(made)
    return max(since, to_second(record.x_last_message_id.date))


def plan(record, rules, hours, known, find_rule, find_days, add_days, find_begin, to_second):
    # What is to come for a ticket: [[what, when], …] with `notice` and `chaser` where they have not been yet, and `close`.
    begin = find_begin(record, to_second)
    rule = find_rule(record.x_team_id, rules)
    if begin is None or not rule or not (rule.x_chase_days or rule.x_close_days):
        return []
    # What waited when it was switched on waits from then on: nobody gets a hundred mails at once.
    begin = max(begin, to_second(rule.x_since))
    calendar = rule.x_calendar_id or hours
    if not calendar.attendance_ids:
        calendar = calendar.browse()
    steps = []
    if rule.x_notice and rule.x_close_days and to_second(record.x_noticed_at) < begin:
        steps.append(['notice', begin])
    chases = rule.x_chase_days if not rule.x_close_days or rule.x_chase_days < rule.x_close_days else 0
    chased = to_second(record.x_chased_at)
    if chases and chased < begin:
        chased = add_days(calendar, begin, chases, known, find_days)
        steps.append(['chaser', chased])
    if rule.x_close_days:
        closes = add_days(calendar, begin, rule.x_close_days, known, find_days)
        if chases:
            # Late as the chaser may have been, there is as much time after it as was promised.
            closes = max(closes, add_days(calendar, chased, rule.x_close_days - chases, known, find_days))
        unheld = to_second(record.x_unheld_at)
        if unheld >= begin:
            closes = max(closes, add_days(calendar, unheld, 1, known, find_days))
        steps.append(['close', closes])
    return steps
