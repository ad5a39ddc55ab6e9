{{sign}}


def to_second(moment):
    return int((moment - datetime.datetime(1970, 1, 1)).total_seconds()) if moment else 0


asked = env.context.get('{{asked}}')
if asked:
    action = {'is_ours': False}
    now = to_second(datetime.datetime.now().replace(microsecond=0))
    visit = model.sudo().with_context(active_test=False).browse(asked['appointment']).exists()
    secret = env['x_support.appointment.link'].sudo().search([('x_appointment_id', '=', asked['appointment'])], limit=1).x_secret
    customer = visit.x_customer_id
    if visit and secret and visit.x_active and customer and asked['expires'] > now:
        # Whose access was taken away comes in no more; who never had a login does.
        logins = customer.with_context(active_test=False).user_ids
        may = customer.active and (not logins or logins.filtered('active'))
        # Compared by what is made of both: how far they agree shows in no time that is taken.
        twice = [env['mail.thread'].sudo()._encode_link('supportdesk compared', {'text': text}) for text in (sign_visit(visit, asked['expires'], secret), asked['mac'])]
        if may and twice[0] == twice[1]:
            kind = visit.x_type_id.with_context(lang=customer.lang)
            begin = to_second(visit.x_scheduled_date)
            is_open = visit.x_status in ('draft', 'confirmed')
            until = begin - int(kind.x_cancel_hours * 3600) if begin else 0
            hours = env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
            action = {
                'is_ours': True,
                'reference': visit.x_reference or '',
                'status': visit.x_status,
                'type': {'id': kind.id or 0, 'name': kind.x_name or '', 'needs_confirmation': bool(kind.x_needs_confirmation)},
                'begin': begin,
                'end': to_second(visit.x_end_datetime),
                'technician': visit.x_technician_id.name or '',
                'place': visit.x_place or 'site',
                'location': visit.x_location or '',
                'online_url': visit.x_online_url or kind.x_online_url or '',
                'answer': visit.x_customer_answer or '',
                'via': visit.x_created_via or '',
                'description': visit.x_description or '',
                'report': visit.x_report or '',
                'can_change': bool(is_open and (not begin or now <= until)),
                'change_until': until,
                'cancel_hours': kind.x_cancel_hours,
                'cancel_reason': visit.x_cancel_reason or '',
                'cancel_note': visit.x_cancel_note or '',
                'revision': visit.x_revision,
                'ticket': {'id': visit.x_ticket_id.id or 0, 'reference': visit.x_ticket_id.x_ticket_ref or ''},
                'desk': {'name': env.company.name, 'phone': env.company.phone or '', 'email': env.company.email or ''},
                'customer': {'partner': customer.id, 'email': customer.email or '', 'tz': customer.tz or hours.tz or False, 'lang': customer.lang or False},
            }
