{{world}}


{{rules}}


{{claims}}


{{ticket}}


{{event}}


{{tell}}


RESERVING = ('draft', 'confirmed', 'in_progress')
# What calendars show of it, and what asks for other claims.
SHOWN = ('x_scheduled_date', 'x_duration', 'x_technician_id', 'x_place', 'x_location', 'x_online_url')


def find_reason(visit):
    # Why it is cancelled. Only people at the desk can be asked.
    user = env.user
    if visit.x_cancel_reason:
        return {}
    if user.has_group('base.group_user') and not user.has_group('{{service}}') and env.uid != 1:
        raise UserError(say('appointments.refused.reason', user.lang, {'which': visit.x_name}))
    return {'x_cancel_reason': 'other'}


def find_moments(visit):
    now = datetime.datetime.now()
    status = visit.x_status
    values = {}
    if status == 'confirmed' and not visit.x_confirmed_at:
        values['x_confirmed_at'] = now
    if status == 'in_progress' and not visit.x_started_at:
        values['x_started_at'] = now
    if status == 'completed' and not visit.x_completed_at:
        values['x_completed_at'] = now
    if status == 'cancelled' and not visit.x_cancelled_at:
        values['x_cancelled_at'] = now
    if status == 'cancelled':
        values.update(find_reason(visit))
    if status != 'cancelled' and (visit.x_cancelled_at or visit.x_cancel_reason):
        values.update({'x_cancelled_at': False, 'x_cancel_reason': False, 'x_cancel_note': False})
    return values


def fill_in(visit):
    # What its type, its customer and its number say where nobody else does, and when what happened.
    kind = visit.x_type_id
    values = {}
    if not visit.x_reference:
        values['x_reference'] = env['ir.sequence'].sudo().next_by_code(visit._name)
    if not visit.x_duration:
        values['x_duration'] = kind.x_duration or 1
    place = visit.x_place
    if not place:
        place = kind.x_place or 'site'
        values['x_place'] = place
    if place == 'online' and not visit.x_online_url and kind.x_online_url:
        values['x_online_url'] = kind.x_online_url
    zone = find_zone(visit.x_customer_id) if place == 'site' else env['x_support.zone']
    if zone.id != visit.x_zone_id.id:
        values['x_zone_id'] = zone.id
    takes = values.get('x_duration') or visit.x_duration
    if visit.x_scheduled_date and visit.x_end_datetime != visit.x_scheduled_date + datetime.timedelta(minutes=int(round(takes * 60))):
        # Odoo's calendar says an end of its own, which stays beside a beginning that is changed; how long it takes decides.
        values['x_duration'] = takes
    values.update(find_moments(visit))
    if values:
        visit.write(values)


def refuse(visit, broken):
    user = env.user
    begin = to_second(visit.x_scheduled_date) if visit.x_scheduled_date else 0
    raise UserError(say_refusal(broken, visit.x_technician_id.name, begin, user.lang, user.tz))


def check_written(visit, is_new, person, now, begin, end):
    # Against the rules as they are now, but for those that an agreed time has passed already.
    kind = visit.x_type_id
    if visit.x_outside_rules:
        if is_new and (begin % 300 or end % 300 or end <= begin or end - begin > 86400):
            refuse(visit, ['grid', {}])
        return
    ask = describe_ask(kind, visit.x_place, visit.x_zone_id, now)
    ask['is_new'] = is_new
    broken = check_visit(ask, person, begin, end)
    if broken:
        refuse(visit, broken)


def keep_time(visit, is_new, is_other):
    # The time of the technician that it takes up, which is theirs alone; answers what is to be written of it.
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    if visit.x_status in ('confirmed', 'in_progress') and not (visit.x_technician_id and visit.x_scheduled_date):
        refuse(visit, ['incomplete', {}])
    names = []
    taken = [False, False]
    if visit.x_status in RESERVING and visit.x_active and visit.x_scheduled_date:
        begin = to_second(visit.x_scheduled_date)
        end = to_second(visit.x_end_datetime)
        people = {}
        user = visit.x_technician_id
        if is_new and begin < now and not visit.x_outside_rules:
            refuse(visit, ['past', {}])
        if user and end > now:
            if not is_new and visit.x_taken_from and not is_other:
                return {}
            people = read_people(visit.x_type_id, user, begin, end, visit.id)
            person = people.get(user.id)
            if is_new or is_other:
                check_written(visit, is_new, person, now, begin, end)
            outside = visit.x_outside_rules or not person
            spans = [begin - (0 if outside else person['before']), end + (0 if outside else person['after'])]
            names = name_claims(user.id, spans[0], spans[1])
            if is_claimed(visit, names):
                refuse(visit, ['taken', {}])
            taken = [to_moment(spans[0]), to_moment(spans[1])]
    if names or visit.x_taken_from:
        hold_claims(visit, names)
    if [visit.x_taken_from or False, visit.x_taken_until or False] == taken:
        return {}
    return {'x_taken_from': taken[0], 'x_taken_until': taken[1]}


changed = env.context.get('old_values')
for record in records:
    visit = record.sudo()
    old = {} if changed is None else changed.get(record.id, {})
    is_created = changed is None
    was = old.get('x_status', False if is_created else visit.x_status)
    is_back = not is_created and 'x_active' in old and visit.x_active and not old['x_active']
    is_revived = is_created or is_back or was not in RESERVING and visit.x_status in RESERVING
    fill_in(visit)
    shown = [name for name in SHOWN if name in old and old[name] != visit[name]]
    moved = [name for name in shown if name in ('x_scheduled_date', 'x_duration', 'x_technician_id')]
    is_other = bool([name for name in ('x_type_id', 'x_customer_id', 'x_place') if name in old and old[name] != visit[name]])
    values = keep_time(visit, bool(is_revived or moved), is_other)
    is_opened = not visit.x_ticket_id and bool(visit.x_customer_id or visit.x_technician_id)
    if is_opened:
        values.update({'x_ticket_id': open_ticket(visit).id, 'x_ticket_state': '{{first}}'})
    if not is_created and (shown or was != visit.x_status and 'cancelled' in (was, visit.x_status)):
        values['x_revision'] = visit.x_revision + 1
    event = keep_event(visit, (old.get('x_technician_id') or env['res.users']).partner_id | (old.get('x_customer_id') or env['res.partner']))
    if event != visit.x_event_id.id:
        values['x_event_id'] = event
    if values:
        visit.write(values)
    if not is_opened:
        # It may go along with a ticket that is merged, which is no news of either.
        if is_created or was != visit.x_status or 'x_ticket_id' in old and not env.context.get('{{operation}}'):
            move_ticket(visit, was)
        note_next(visit.x_ticket_id | (old.get('x_ticket_id') or visit.x_ticket_id), 0)
    if visit.x_status == 'confirmed' and was != 'confirmed':
        tell_visit('visit_confirmed', visit)
    elif visit.x_status == 'cancelled' and was in RESERVING:
        tell_visit('visit_cancelled', visit)
    elif visit.x_status == 'draft' and visit.x_scheduled_date and (is_created or shown and not old.get('x_scheduled_date', True)):
        tell_visit('visit_requested', visit)
    elif visit.x_status in RESERVING and not is_created and shown:
        tell_visit('visit_moved', visit)
