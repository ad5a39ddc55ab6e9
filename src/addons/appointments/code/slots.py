def list_begins(person, step, length, start, end):
    # Times at which it may begin, counted from when the hours open.
    begins = []
    hours = person['hours']
    if hours is None:
        hours = [(start // 86400 * 86400, end + length)]
    for opens, closes in hours:
        begin = opens + max(0, -((opens - start) // step)) * step
        last = min(closes - length, end - 1)
        while begin <= last:
            if begin % 300 == 0:
                begins.append(begin)
            begin += step
    return begins


def list_slots(people, ask, step, length, start, end, most):
    # Whoever is free at each time, in the order of time.
    free = {}
    for person in people.values():
        for begin in list_begins(person, step, length, start, end):
            if not check_visit(ask, person, begin, begin + length):
                if begin not in free:
                    free[begin] = []
                free[begin].append(person)
    slots = []
    for begin in sorted(list(free.keys()))[:most]:
        ordered = order_people(free[begin], ask, begin, begin + length)
        why = 'only' if len(ordered) == 1 else 'near' if ordered[0][0] else 'even'
        slots.append({'begin': begin, 'end': begin + length, 'technicians': [{'id': one[1]['id'], 'name': one[1]['name']} for one in ordered], 'why': why})
    return slots


def find_slots(asked):
    # The times at which somebody can come, and the zone of whoever reads them; what is asked as of the action.
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    moved = env['x_support.appointment'].sudo().browse(asked['appointment'] or []).exists()
    kind = env['x_support.appointment.type'].sudo().browse(asked['type'] or moved.x_type_id.ids).exists()
    customer = moved.x_customer_id or env['res.partner'].sudo().browse(asked['customer'] or []).exists()
    slots = []
    if kind:
        first = max(now, to_second(datetime.datetime.strptime(asked['from'], '%Y-%m-%d %H:%M:%S'))) if asked['from'] else now
        place = moved.x_place or kind.x_place
        ask = describe_ask(kind, place, (moved.x_zone_id if moved else find_zone(customer)), now)
        end = first + asked['days'] * 86400
        if ask['horizon']:
            end = min(end, now + ask['horizon'] + 1)
        start = max(first, now + ask['notice'])
        users = find_able(kind)
        if asked['technician']:
            users = users & env['res.users'].sudo().browse(asked['technician'])
        if users and start < end:
            people = read_people(kind, users, (start // 86400 - 1) * 86400, end + 86400, moved.id or 0)
            length = to_steps(int((moved.x_duration or kind.x_duration or 1) * 60 + 0.5))
            slots = list_slots(people, ask, to_steps(max(5, kind.x_slot_step)), length, start, end, asked['limit'])
    hours = env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
    return [customer, customer.tz or hours.tz or False, slots]
