{{world}}


{{rules}}


{{choose}}


{{claims}}


def count_coming(kind, customer, now):
    # What customers of the same company have before them.
    asked = [('x_customer_id', 'child_of', customer.commercial_partner_id.id), ('x_type_id', '=', kind.id)]
    asked += [('x_status', 'in', ['draft', 'confirmed']), ('x_scheduled_date', '>', to_moment(now))]
    return env['x_support.appointment'].sudo().search_count(asked)


def book(asked, known):
    customer = env['res.partner'].sudo().browse(asked['customer'] or []).exists()
    kind = env['x_support.appointment.type'].sudo().browse(asked['type'] or []).exists()
    begin = asked['begin']
    is_theirs = asked['via'] in ('portal', 'mail')
    if not kind.x_active or is_theirs and not kind.x_is_public:
        return answer_refusal(['notOffered', {}], '', begin, customer)
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    if is_theirs and kind.x_most_coming and count_coming(kind, customer, now) >= kind.x_most_coming:
        return answer_refusal(['mostComing', {'most': kind.x_most_coming}], '', begin, customer)
    place = asked['place'] or kind.x_place
    length = to_steps(int((kind.x_duration or 1) * 60 + 0.5))
    ask = describe_ask(kind, place, find_zone(customer), now)
    users = env['res.users'].sudo().browse(asked['technicians']) or find_able(kind)
    people = read_people(kind, users, begin, begin + length, 0)
    user, broken = choose_person(people, users.ids, ask, begin, begin + length)
    if broken:
        return answer_refusal(broken[1], env['res.users'].sudo().browse(broken[0] or []).name, begin, customer)
    visits = env['x_support.appointment'].sudo().with_context(mail_create_nosubscribe=True, {{actor}}=customer.id if is_theirs else env.user.partner_id.id)
    visit = visits.create({
        'x_type_id': kind.id,
        'x_customer_id': customer.id,
        'x_technician_id': user,
        'x_scheduled_date': to_moment(begin),
        'x_duration': length / 3600.0,
        'x_status': 'draft' if is_theirs and kind.x_needs_confirmation else 'confirmed',
        'x_ticket_id': asked['ticket'] or False,
        'x_description': asked['description'],
        'x_place': place,
        'x_location': asked['location'] or False,
        'x_created_via': asked['via'],
    })
    note_done(known, visit)
    if is_theirs:
        # Bookings of one company meet each other here: none is counted too late.
        meet = ['customer_%s' % customer.commercial_partner_id.id]
        drop_claims(find_claims(meet))
        data = env['ir.model.data'].sudo()
        data._update_xmlids([{'xml_id': '{{slots}}.' + meet[0], 'record': visit, 'noupdate': True}])
    return answer_visit(visit)


asked = env.context.get('{{asked}}')
if asked:
    known = 'booking_%s' % asked['key']
    visit = find_done(known)
    action = answer_visit(visit) if visit else book(asked, known)
