def find_openings(calendar, at, known):
    # Three weeks of opening hours, those around a second: (from, to) in seconds since 1970. Read once for all tickets.
    week = at // 1814400
    key = '%s %s' % (calendar.id, week)
    if key not in known:
        begin = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(seconds=week * 1814400)
        hours = calendar._work_intervals_batch(begin, begin + datetime.timedelta(days=21))[False]
        # The end of a day is its last microsecond.
        known[key] = [(int(opens.timestamp() + 0.5), int(closes.timestamp() + 0.5)) for opens, closes, line in hours]
    return known[key]


def find_due(calendar, spans, left, known, find_openings):
    # When a budget of seconds is used up in the spans of time in which the clock ran; the last may have no end yet. Where
    # it is not, or not within two years: how much is left.
    for begin, end in spans:
        if not calendar:
            if end is None or end - begin >= left:
                return [begin + left, 0]
            left -= end - begin
            continue
        last = begin + 63072000 if end is None else end
        at = begin
        while at < last:
            for opens, closes in find_openings(calendar, at, known):
                used = min(closes, last) - max(opens, begin)
                if used > 0:
                    if used >= left:
                        return [max(opens, begin) + left, 0]
                    left -= used
            at = (at // 1814400 + 1) * 1814400
    return [None, left]


def render_terms(policy):
    # What a policy promises: its calendar (0 for day and night) and seconds of working time for each target (0 for none).
    if not policy or policy.x_is_exception:
        return ['0', '0', '0', '0']
    calendar = policy.x_calendar_id.id if policy.x_calendar_id.attendance_ids else 0
    hours = [policy.x_first_hours, policy.x_next_hours, policy.x_solution_hours]
    return [str(calendar)] + [str(int(round(amount * 3600))) for amount in hours]


def is_about(ticket, policy):
    # Whether the ticket is of one of the policy's categories, or of what belongs to one, where there are categories.
    if not ('x_category_ids' in policy._fields and 'x_category_id' in ticket._fields and policy.x_category_ids):
        return True
    category = ticket.x_category_id
    # A tree is as deep as people make it.
    for depth in range(20):
        if category & policy.x_category_ids:
            return True
        category = category.x_parent_id if 'x_parent_id' in category._fields else category.browse()
    return False


def find_policy(ticket, policies, is_about):
    # The first whose conditions all hold.
    customer = ticket.x_partner_id
    company = customer.commercial_partner_id
    # Who is given no level has the standard one.
    level = customer.x_service_level or company.x_service_level or 'standard'
    for policy in policies:
        if policy.x_priority and policy.x_priority != ticket.x_priority:
            continue
        if policy.x_service_level and policy.x_service_level != level:
            continue
        if policy.x_team_ids and not policy.x_team_ids & ticket.x_team_id:
            continue
        if policy.x_tag_ids and not policy.x_tag_ids & ticket.x_tag_ids._origin:
            continue
        if policy.x_partner_ids and not policy.x_partner_ids & (customer | company):
            continue
        if not is_about(ticket, policy):
            continue
        return policy
    return policies.browse()


def unfold_visits(facts):
    # Until an agreed appointment the clock stands still, and then it runs again, unless something happened before.
    told = []
    runs_at = None
    for fact in facts:
        if fact[1] in ('run', 'wait', 'hold', 'visit', 'done'):
            if runs_at is not None and runs_at < int(fact[0]):
                told.append([str(runs_at), 'run'])
            runs_at = int(fact[2]) if fact[1] == 'visit' else None
        told.append(fact)
    if runs_at is not None:
        told.append([str(runs_at), 'run'])
    return told


def find_targets(facts, terms, calendar, known, find_openings, find_due):
    # The open targets of a ticket that is not done, as [name, when due or None, seconds left]; visits are unfolded.
    opened = int(facts[0][0])
    turns = [fact for fact in facts if fact[1] in ('asked', 'answered', 'done')]
    asked = int(turns[-1][0]) if turns and turns[-1][1] == 'asked' else None
    runs = []
    since = None
    for fact in facts:
        if fact[1] in ('run', 'wait', 'hold', 'visit', 'done'):
            if since is not None:
                runs.append((since, int(fact[0])))
            since = int(fact[0]) if fact[1] == 'run' else None
    if since is not None:
        runs.append((since, None))
    found = []
    if int(terms[1]) and not turns:
        # Nobody waits for a customer who has heard nothing yet: this clock never stops.
        found.append(['first'] + find_due(calendar, [(opened, None)], int(terms[1]), known, find_openings))
    if int(terms[2]) and asked is not None:
        spans = []
        for begin, end in runs:
            if end is None or end > asked:
                spans.append((max(begin, asked), end))
        found.append(['next'] + find_due(calendar, spans, int(terms[2]), known, find_openings))
    if int(terms[3]):
        found.append(['solution'] + find_due(calendar, runs, int(terms[3]), known, find_openings))
    return found


def is_missed(facts, target, due):
    # A miss is written down once; of next answers each has its own.
    for fact in facts:
        if fact[1] == 'missed' and fact[2] == target and (target != 'next' or fact[0] == str(due)):
            return True
    return False


def render_offer(policy):
    # All that decides who is promised what, as a text to compare.
    parts = [policy.x_active and policy.x_sequence, policy.x_priority, policy.x_service_level]
    parts += [sorted(policy.x_team_ids.ids), sorted(policy.x_tag_ids.ids), sorted(policy.x_partner_ids.ids)]
    parts += [policy.x_is_exception, policy.x_calendar_id.id]
    parts += [int(round(policy.x_first_hours * 3600)), int(round(policy.x_next_hours * 3600)), int(round(policy.x_solution_hours * 3600))]
    if 'x_category_ids' in policy._fields and policy.x_category_ids:
        parts.append(sorted(policy.x_category_ids.ids))
    return ' '.join([str(part or 0).replace(' ', '') for part in parts])
