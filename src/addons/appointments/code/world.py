{{working_time}}


def to_second(moment):
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds())


def to_moment(second):
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=second)


def to_steps(minutes):
    # In seconds, up to the next five minutes.
    return -(-minutes // 5) * 300


def say_moment(second, lang, tz):
    # As people of that language say it, in their zone.
    return env['ir.qweb.field.datetime'].with_context(lang=lang).value_to_html(to_moment(second), {'format': 'EEE d MMM HH:mm', 'tz_name': tz or 'UTC'})


def join_spans(spans):
    # In order; what overlaps or touches is one.
    joined = []
    for span in sorted(spans):
        if joined and span[0] <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append((span[0], span[1]))
    return joined


def meet_spans(some, others):
    # What two lists of spans have in common; None stands for always.
    if some is None:
        return others
    if others is None:
        return some
    common = []
    position = 0
    for span in some:
        while position < len(others) and others[position][1] <= span[0]:
            position += 1
        at = position
        while at < len(others) and others[at][0] < span[1]:
            common.append((max(span[0], others[at][0]), min(span[1], others[at][1])))
            at += 1
    return common


def find_last(spans, moment):
    # The last span that begins at a moment or before it: its place, or -1.
    low = 0
    high = len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= moment:
            low = middle + 1
        else:
            high = middle
    return low - 1


def is_touched(spans, begin, end):
    # Whether one of the spans, which do not overlap each other, has a moment between two.
    place = find_last(spans, end - 1)
    return place >= 0 and spans[place][1] > begin


def find_midnights(zone, start, end):
    # When the days of a zone begin, in seconds since 1970.
    clock = timezone(zone)
    day = to_moment(start - 172800)
    midnights = []
    while to_second(day) < end + 172800:
        midnights.append((int(clock.localize(datetime.datetime(day.year, day.month, day.day)).timestamp()), 0))
        day = day + datetime.timedelta(days=1)
    return midnights


def find_zone(customer):
    # Whose postal codes the customer's begins with; the longest that fits decides.
    code = (customer.zip or customer.commercial_partner_id.zip or '').replace(' ', '').upper()
    best = env['x_support.zone']
    longest = 0
    if code:
        for zone in env['x_support.zone'].sudo().search([('x_active', '=', True), ('x_zips', '!=', False)]):
            for part in zone.x_zips.replace(' ', '').upper().split(','):
                if part and len(part) > longest and code.startswith(part):
                    best = zone
                    longest = len(part)
    return best


def read_ways():
    # How long it takes from zone to zone: {id: (within, beyond)} in seconds.
    ways = {}
    for zone in env['x_support.zone'].sudo().with_context(active_test=False).search([]):
        ways[zone.id] = (max(0, zone.x_minutes_within) * 60, max(0, zone.x_minutes_beyond) * 60)
    return ways


def find_way(ways, here, there):
    # To and from places that lie in no zone nobody knows the way: what is known of the other end counts.
    if here and here == there:
        return ways.get(here, (0, 0))[0]
    return max(ways.get(here, (0, 0))[1], ways.get(there, (0, 0))[1])


def read_opening(kind, line, start, end, known):
    # When a type and a technician are both at work: {'zone', 'hours': spans or None, 'closed': [(from, to, name)]}.
    company = env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
    calendars = (kind.x_calendar_id | line.x_calendar_id) or company
    key = '%s' % sorted(calendars.ids)
    if key not in known:
        hours = None
        for calendar in calendars:
            if calendar.attendance_ids:
                hours = meet_spans(hours, join_spans(find_hours(calendar, to_moment(start), to_moment(end))))
        closed = []
        asked = [('resource_id', '=', False), ('time_type', '=', 'leave'), ('calendar_id', 'in', [False] + calendars.ids), ('date_from', '<', to_moment(end)), ('date_to', '>', to_moment(start))]
        for leave in env['resource.calendar.leaves'].sudo().search(asked):
            closed.append((to_second(leave.date_from), to_second(leave.date_to), leave.name or ''))
        known[key] = {'hours': hours, 'closed': closed}
    own = line.x_calendar_id or kind.x_calendar_id or company
    return {'zone': own.tz or 'UTC', 'hours': known[key]['hours'], 'closed': known[key]['closed']}


def read_person(kind, line, opening, leaves, midnights):
    user = line.x_user_id
    return {
        'id': user.id,
        'name': user.name,
        'is_able': bool(line.x_active and user.active and (not kind.x_user_ids or user in kind.x_user_ids)),
        'zones': line.x_zone_ids.ids,
        'before': to_steps(max(0, kind.x_buffer_before, line.x_buffer_before)),
        'after': to_steps(max(0, kind.x_buffer_after, line.x_buffer_after)),
        'most': line.x_max_per_day,
        'zone': opening['zone'],
        'hours': opening['hours'],
        'closed': opening['closed'],
        'leaves': join_spans(leaves),
        'taken': [],
        'events': [],
        'visits': [],
        'midnights': midnights,
        'count': [0 for midnight in midnights],
        'count_type': [0 for midnight in midnights],
    }


def read_visits(people, kind, start, end, moved):
    # What technicians do between two moments, in one question for all of them.
    asked = [
        ('x_technician_id', 'in', list(people.keys())), ('x_status', '!=', 'cancelled'), ('id', '!=', moved),
        ('x_scheduled_date', '>=', to_moment(start - 172800)), ('x_scheduled_date', '<', to_moment(end + 172800)),
    ]
    for visit in env['x_support.appointment'].sudo().search(asked, order='x_scheduled_date'):
        person = people[visit.x_technician_id.id]
        begin = to_second(visit.x_scheduled_date)
        day = find_last(person['midnights'], begin)
        person['count'][day] += 1
        if visit.x_type_id.id == kind.id:
            person['count_type'][day] += 1
        if visit.x_taken_from:
            person['taken'].append((to_second(visit.x_taken_from), to_second(visit.x_taken_until)))
            if visit.x_place == 'site':
                person['visits'].append((begin, to_second(visit.x_end_datetime), visit.x_zone_id.id or 0))
    for person in people.values():
        person['taken'] = join_spans(person['taken'])


def read_events(people, start, end):
    # What else stands in their calendars. Of a whole day Odoo keeps hours that nobody meant.
    partners = {}
    for user in env['res.users'].sudo().browse(list(people.keys())):
        partners[user.partner_id.id] = people[user.id]
    asked = [
        ('partner_ids', 'in', list(partners.keys())), ('show_as', '=', 'busy'), ('x_appointment_id', '=', False),
        ('start', '<', to_moment(end + 86400)), ('stop', '>', to_moment(start - 86400)),
    ]
    events = env['calendar.event'].sudo().search(asked)
    declined = {}
    if events:
        for answer in env['calendar.attendee'].sudo().search([('event_id', 'in', events.ids), ('state', '=', 'declined')]):
            declined['%s %s' % (answer.event_id.id, answer.partner_id.id)] = True
    for event in events:
        for partner in event.partner_ids:
            person = partners.get(partner.id)
            if person and '%s %s' % (event.id, partner.id) not in declined:
                begin = to_second(event.start)
                stop = to_second(event.stop)
                if event.allday:
                    clock = timezone(person['zone'])
                    last = event.stop + datetime.timedelta(days=1)
                    begin = int(clock.localize(datetime.datetime(event.start.year, event.start.month, event.start.day)).timestamp())
                    stop = int(clock.localize(datetime.datetime(last.year, last.month, last.day)).timestamp())
                person['events'].append((begin, stop))
    for person in people.values():
        person['events'] = join_spans(person['events'])


def read_people(kind, users, start, end, moved):
    # All that decides whether these technicians can come between two moments (seconds since 1970), without the
    # appointment that is moved: {user id: …}.
    known = {}
    midnights = {}
    people = {}
    lines = env['x_support.appointment.technician'].sudo().with_context(active_test=False).search([('x_user_id', 'in', users.ids)], order='x_active')
    leaves = find_leaves(users, to_moment(start), to_moment(end))
    for line in lines:
        opening = read_opening(kind, line, start, end, known)
        if opening['zone'] not in midnights:
            midnights[opening['zone']] = find_midnights(opening['zone'], start, end)
        people[line.x_user_id.id] = read_person(kind, line, opening, leaves[line.x_user_id.id], midnights[opening['zone']])
    if people:
        read_visits(people, kind, start, end, moved)
        read_events(people, start, end)
    return people
