def begin_of(day):
    # The midnight of a day where whoever books is, in UTC; now where that is past.
    clock = timezone(env.user.tz or env.company.partner_id.tz or 'UTC')
    midnight = int(clock.localize(datetime.datetime(day.year, day.month, day.day)).timestamp())
    return max(to_moment(midnight), datetime.datetime.now().replace(microsecond=0))


def offer(booking):
    # The free times of seven days, in place of those it was offered before.
    booking.x_slot_ids.unlink()
    if not booking.x_type_id:
        return
    asked = {
        'type': booking.x_type_id.id,
        'technician': booking.x_technician_id.id or 0,
        'customer': booking.x_customer_id.id or 0,
        'appointment': booking.x_appointment_id.id or 0,
        'from': str(begin_of(booking.x_from)) if booking.x_from else False,
        'days': 7,
        'limit': {{limit}},
    }
    clock = timezone(env.user.tz or env.company.partner_id.tz or 'UTC')
    days = {}
    for slot in find_slots(asked)[2]:
        day = timezone('UTC').localize(to_moment(slot['begin'])).astimezone(clock).date()
        days.setdefault(day, []).append(slot)
    lines = []
    for day in days:
        # A few of each day, from morning to evening: nobody reads all.
        step = -(-len(days[day]) // {{most}})
        for place in range(0, len(days[day]), step):
            slot = days[day][place]
            lines.append({
                'x_booking_id': booking.id,
                'x_name': say_span(slot['begin'], slot['end']),
                'x_begins': to_moment(slot['begin']),
                'x_technician_id': slot['technicians'][0]['id'],
                'x_others': ', '.join([one['name'] for one in slot['technicians'][1:]]),
                # Of one technician alone there is nothing to choose by.
                'x_why': False if booking.x_technician_id else slot['why'],
            })
    env['{{slot}}'].create(lines)


def say_span(begin, end):
    # In the language and zone of whoever books.
    ends = env['ir.qweb.field.datetime'].with_context(lang=env.user.lang).value_to_html(to_moment(end), {'format': 'HH:mm', 'tz_name': env.user.tz or 'UTC'})
    return '%s – %s' % (say_moment(begin, env.user.lang, env.user.tz), ends)


def show(booking):
    # The dialog, as it is now.
    is_move = bool(booking.x_appointment_id)
    form = '{{rescheduling_form}}' if is_move else '{{booking_form}}'
    return {
        'type': 'ir.actions.act_window',
        'name': say('appointments.office.move' if is_move else 'appointments.office.book', env.user.lang, {}),
        'res_model': booking._name,
        'res_id': booking.id,
        'views': [(env.ref(form).id, 'form')],
        'target': 'new',
    }
