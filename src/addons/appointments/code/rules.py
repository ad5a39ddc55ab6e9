def check_visit(ask, person, begin, end):
    # The first rule that a visit would break, as [name, values]; False where it breaks none. The same for what is
    # offered, for what is asked for and for what is written. Times in seconds since 1970.
    if ask['is_new']:
        if begin < ask['now']:
            return ['past', {}]
        if begin % 300 or end % 300 or end <= begin or end - begin > 86400:
            return ['grid', {}]
    if not person or not person['is_able']:
        return ['technician', {}]
    if ask['zone'] and person['zones'] and ask['zone'] not in person['zones']:
        return ['zone', {}]
    if ask['is_new']:
        if begin < ask['now'] + ask['notice']:
            return ['notice', {'hours': ask['notice'] / 3600.0}]
        if ask['horizon'] and begin > ask['now'] + ask['horizon']:
            return ['horizon', {'days': ask['horizon'] // 86400}]
    for opens, closes, name in person['closed']:
        if opens < end and closes > begin:
            return ['closed', {'name': name}]
    hours = person['hours']
    if hours is not None:
        place = find_last(hours, begin)
        if place < 0 or hours[place][1] < end:
            return ['hours', {}]
    if is_touched(person['leaves'], begin, end):
        return ['absence', {}]
    if is_touched(person['taken'], begin - person['before'], end + person['after']):
        return ['taken', {}]
    if is_touched(person['events'], begin, end):
        return ['event', {}]
    if ask['place'] == 'site' and person['visits']:
        place = find_last(person['visits'], begin)
        if place >= 0:
            way = find_way(ask['ways'], person['visits'][place][2], ask['zone'])
            if begin - person['visits'][place][1] < way:
                return ['travel', {'minutes': way // 60}]
        if place + 1 < len(person['visits']):
            way = find_way(ask['ways'], person['visits'][place + 1][2], ask['zone'])
            if person['visits'][place + 1][0] - end < way:
                return ['travel', {'minutes': way // 60}]
    day = find_last(person['midnights'], begin)
    if person['most'] and person['count'][day] >= person['most']:
        return ['most', {'most': person['most']}]
    if ask['most'] and person['count_type'][day] >= ask['most']:
        return ['mostOfType', {'most': ask['most']}]
    return False


def describe_ask(kind, place, zone, now):
    # What a visit of a type asks for, as the rules look at it.
    return {
        'now': now,
        'is_new': True,
        'place': place,
        'zone': zone.id if place == 'site' and zone else 0,
        'ways': read_ways() if place == 'site' else {},
        'notice': int(max(0, kind.x_min_notice) * 3600),
        'horizon': max(0, kind.x_horizon_days) * 86400,
        'most': kind.x_max_per_day,
    }


def say_refusal(broken, person_name, begin, lang, tz):
    values = {'who': person_name or '–', 'when': say_moment(begin, lang, tz)}
    values.update(broken[1])
    if 'hours' in broken[1]:
        # Without a fraction where there is none.
        hours = broken[1]['hours']
        values['hours'] = int(hours) if hours == int(hours) else hours
    return say('appointments.refused.' + broken[0], lang, values)
