{{world}}


{{rules}}


{{choose}}


def move_to(visit, asked, now):
    # What is to be written, or what it would break.
    kind = visit.x_type_id
    begin = asked['begin']
    length = to_steps(int((visit.x_duration or kind.x_duration or 1) * 60 + 0.5))
    place = visit.x_place or kind.x_place
    ask = describe_ask(kind, place, visit.x_zone_id or find_zone(visit.x_customer_id), now)
    users = env['res.users'].sudo().browse(asked['technicians']) or visit.x_technician_id or find_able(kind)
    if visit.x_outside_rules and not asked['as_customer']:
        return [{'x_scheduled_date': to_moment(begin), 'x_technician_id': users[:1].id}, False]
    people = read_people(kind, users, begin, begin + length, visit.id)
    user, broken = choose_person(people, users.ids, ask, begin, begin + length)
    if broken:
        return [{}, broken]
    values = {'x_scheduled_date': to_moment(begin), 'x_technician_id': user, 'x_duration': length / 3600.0}
    values['x_customer_answer'] = 'accepted' if asked['as_customer'] else False
    # A request without a time that its sender has chosen one for.
    if visit.x_status == 'draft' and asked['as_customer'] and not kind.x_needs_confirmation:
        values['x_status'] = 'confirmed'
    return [values, False]


def change(visit, asked):
    what = asked['do']
    reader = env['res.partner'].sudo().browse(asked['by'] or []).exists()
    is_theirs = asked['as_customer']
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    begin = to_second(visit.x_scheduled_date) if visit.x_scheduled_date else 0
    if not visit:
        return answer_refusal(['gone', {}], '', begin, reader)
    if what == 'cancel' and visit.x_status == 'cancelled':
        return answer_visit(visit)
    if visit.x_status in ('completed', 'cancelled') or begin and begin < now and is_theirs:
        return answer_refusal(['over', {}], visit.x_technician_id.name, begin, reader)
    is_late = bool(is_theirs and begin and begin - now < visit.x_type_id.x_cancel_hours * 3600)
    if is_late and what in ('move', 'cancel'):
        return answer_refusal(['tooLate', {'hours': visit.x_type_id.x_cancel_hours}], visit.x_technician_id.name, begin, reader)
    values = {}
    if what == 'accept' or what == 'confirm' and is_theirs:
        values['x_customer_answer'] = 'accepted'
        # What customers ask for waits for the desk where its type says so; what the desk proposes waits for them.
        is_asked = visit.x_created_via in ('portal', 'mail') and visit.x_type_id.x_needs_confirmation
        if visit.x_status == 'draft' and begin and visit.x_technician_id and not is_asked:
            values['x_status'] = 'confirmed'
    elif what == 'confirm':
        values['x_status'] = 'confirmed'
    elif what == 'decline':
        values['x_customer_answer'] = 'declined'
        if not is_late:
            values.update({'x_status': 'cancelled', 'x_cancel_reason': 'customer_unavailable', 'x_cancel_note': asked['note'] or False})
    elif what == 'cancel':
        values.update({'x_status': 'cancelled', 'x_cancel_reason': asked['reason'] or 'other', 'x_cancel_note': asked['note'] or False})
    else:
        values, broken = move_to(visit, asked, now)
        if broken:
            return answer_refusal(broken[1], env['res.users'].sudo().browse(broken[0] or []).name, asked['begin'], reader)
    if reader:
        visit._track_set_author(reader)
    visit.with_context({{actor}}=reader.id or env.user.partner_id.id).write(values)
    return answer_visit(visit)


asked = env.context.get('{{asked}}')
if asked:
    known = 'change_%s' % asked['key']
    visit = find_done(known)
    if visit:
        action = answer_visit(visit)
    else:
        visit = model.sudo().with_context(active_test=False).browse(asked['appointment']).exists()
        action = change(visit, asked)
        if action['result'] == 'booked':
            note_done(known, visit)
