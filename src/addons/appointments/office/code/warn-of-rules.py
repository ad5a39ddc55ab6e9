{{world}}


{{rules}}


def judge_visit(visit, origin):
    # What speaks against a time that is filled in, in words, or nothing.
    kind = visit.x_type_id
    begin = to_second(visit.x_scheduled_date)
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    length = to_steps(int((visit.x_duration or kind.x_duration or 1) * 60 + 0.5))
    place = visit.x_place or kind.x_place
    ask = describe_ask(kind, place, find_zone(visit.x_customer_id), now)
    person = read_people(kind, visit.x_technician_id, begin, begin + length, origin.id or 0).get(visit.x_technician_id.id)
    broken = check_visit(ask, person, begin, begin + length)
    return say_refusal(broken, visit.x_technician_id.name, begin, env.user.lang, env.user.tz) if broken else ''


origin = record._origin
is_moved = [origin.x_scheduled_date, origin.x_technician_id, origin.x_type_id] != [record.x_scheduled_date, record.x_technician_id, record.x_type_id]
if is_moved and record.x_scheduled_date and record.x_technician_id and record.x_type_id and not record.x_outside_rules:
    said = judge_visit(record, origin)
    if said:
        action = {'warning': {'type': 'notification', 'title': say('appointments.office.against', env.user.lang, {}), 'message': said}}
