{{ics}}


{{find_address}}


{{place}}


def visit_zone(partner):
    # Where somebody is, or the company.
    company = env['res.company'].sudo().search([], order='sequence, id', limit=1)
    for zone in (partner.tz, company.resource_calendar_id.tz):
        try:
            if zone and ics_offset(datetime.datetime(2000, 1, 1), zone) is not None:
                return zone
        except Exception:
            continue
    return 'UTC'


def visit_world():
    # What is the same for all of them.
    parameters = env['ir.config_parameter'].sudo()
    odoo = parameters.get_param('web.base.url') or ''
    return {
        'company': env['res.company'].sudo().search([], order='sequence, id', limit=1),
        'uuid': parameters.get_param('database.uuid'),
        'odoo': odoo,
        'portal': parameters.get_param('{{portal}}') or odoo,
        'addresses': {},
    }


{{uid}}


def visit_event(visit, for_desk, world):
    # An appointment as a calendar shows it, in the language of the context; no secret stands in it, since calendars are shared.
    visit = visit.sudo()
    company = world['company']
    customer = visit.x_customer_id
    technician = visit.x_technician_id.partner_id
    ticket = visit.x_ticket_id
    about = visit.x_type_id.x_name or ticket.x_name or visit.x_reference or ''
    url = '%s/odoo/x_support.appointment/%s' % (world['odoo'], visit.id) if for_desk else '%s/my/appointments/%s' % (world['portal'], visit.id)
    number = customer.mobile or customer.phone if for_desk else company.phone
    # Of a ticket that is not theirs to see nobody learns what it is about; the desk sees them all.
    named = ' · '.join([part for part in (visit.x_reference, ticket.x_ticket_ref, for_desk and ticket.x_name) if part])
    online = visit.x_online_url or visit.x_type_id.x_online_url
    lines = [named, ics_plain(visit.x_description), technician.name or '', number or '', online if (visit.x_place or visit.x_type_id.x_place) == 'online' else '', url]
    if ticket.x_team_id.id not in world['addresses']:
        world['addresses'][ticket.x_team_id.id] = find_address(ticket.x_team_id, company)
    answers = {'accepted': 'ACCEPTED', 'declined': 'DECLINED'}
    people = [(customer.name or '', customer.email or '', answers.get(visit.x_customer_answer, 'NEEDS-ACTION'))]
    if technician:
        people.append((technician.name or '', technician.email or '', 'ACCEPTED'))
    return {
        'uid': visit_uid(visit, world['uuid']),
        'sequence': visit.x_revision,
        'stamp': visit.write_date,
        'begin': visit.x_scheduled_date,
        'end': visit.x_end_datetime or visit.x_scheduled_date,
        'summary': '%s – %s' % (about, (customer.name if for_desk else company.name) or ''),
        'status': 'TENTATIVE' if visit.x_status == 'draft' else 'CANCELLED' if visit.x_status == 'cancelled' else 'CONFIRMED',
        'description': '\n'.join([line for line in lines if line]),
        'location': find_place(visit, company),
        'url': url,
        'organizer': (ticket.x_team_id.x_name or company.name or '', world['addresses'][ticket.x_team_id.id]),
        'people': people,
        'alarm': int(round(visit.x_type_id.x_reminder_hours * 60)),
    }
