def judge(booking, begin):
    # Who can come then, by their id, and in words why nobody can.
    visit = booking.x_appointment_id
    kind = booking.x_type_id
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    end = begin + to_steps(int((visit.x_duration or kind.x_duration or 1) * 60 + 0.5))
    ask = describe_ask(kind, visit.x_place or kind.x_place, visit.x_zone_id or find_zone(booking.x_customer_id), now)
    users = booking.x_technician_id or find_able(kind)
    people = read_people(kind, users, begin, end, visit.id or 0)
    free = []
    for person in people.values():
        if not check_visit(ask, person, begin, end):
            free.append(person)
    if free:
        return [order_people(free, ask, begin, end)[0][1]['id'], False]
    user, broken = choose_person(people, users.ids, ask, begin, end)
    name = env['res.users'].sudo().browse(broken[0] or []).name
    return [False, say_refusal(broken[1], name, begin, env.user.lang, env.user.tz)]
