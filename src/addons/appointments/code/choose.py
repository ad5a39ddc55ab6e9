def find_able(kind):
    # Whoever can be booked for it.
    users = env['x_support.appointment.technician'].sudo().search([('x_active', '=', True)]).x_user_id.filtered('active')
    return (users & kind.x_user_ids if kind.x_user_ids else users).sorted('id')


def order_people(free, ask, begin, end):
    # First whoever has least way to come, then whoever has least to do that day, and at all: [[is near, person], …].
    ranked = []
    for person in free:
        way = 0
        is_near = False
        day = find_last(person['midnights'], begin)
        if ask['place'] == 'site' and person['visits']:
            place = find_last(person['visits'], begin)
            for neighbour in person['visits'][max(0, place):place + 2]:
                if find_last(person['midnights'], neighbour[0]) == day:
                    way += find_way(ask['ways'], neighbour[2], ask['zone'])
                    is_near = is_near or bool(ask['zone']) and neighbour[2] == ask['zone']
        ranked.append([0 if is_near else 1, way, person['count'][day], sum(person['count']), person['id'], person])
    return [[one[0] == 0, one[5]] for one in sorted(ranked)]


def choose_person(people, users, ask, begin, end):
    # The first who is free, and else what the first of all would break.
    broken = False
    for user in users:
        found = check_visit(ask, people.get(user), begin, end)
        if not found:
            return [user, False]
        broken = broken or [user, found]
    return [0, broken or [0, ['technician', {}]]]


def answer_visit(visit):
    return {'result': 'booked', 'id': visit.id, 'reference': visit.x_reference or '', 'status': visit.x_status, 'technician': visit.x_technician_id.id}


def answer_refusal(broken, who, begin, reader):
    lang = reader.lang or env.context.get('lang') or env.user.lang
    said = say_refusal(broken, who, begin, lang, reader.tz or env.user.tz)
    return {'result': 'refused', 'why': 'appointments.refused.' + broken[0], 'values': broken[1], 'said': said}


def find_done(name):
    # What the same ask has done before.
    known = env['ir.model.data'].sudo().search([('module', '=', '{{module}}'), ('name', '=', name)], limit=1)
    return env['x_support.appointment'].sudo().browse(known.res_id).exists() if known else env['x_support.appointment']


def note_done(name, visit):
    env['ir.model.data'].sudo().create({'module': '{{module}}', 'name': name, 'model': visit._name, 'res_id': visit.id, 'noupdate': True})
