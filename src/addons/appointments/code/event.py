{{place}}


def keep_event(visit, gone):
    # What Odoo's own calendar shows of it, made and moved without a word: the mails of the desk tell of it. Its id, or
    # False where there is none. Whose it was before are `gone`; whoever else was asked along stays. Of no record that is
    # at hand: else Odoo plans an activity on it, for somebody to mark as done.
    events = env['calendar.event'].sudo().with_context(active_model=False, active_id=False, active_ids=False, no_mail_to_attendees=True, dont_notify=True, mail_auto_subscribe_no_notify=True, mail_notrack=True, mail_create_nosubscribe=True, mail_create_nolog=True, active_test=False)
    event = events.browse(visit.x_event_id.ids).exists()
    is_shown = visit.x_status != 'cancelled' and visit.x_active and visit.x_technician_id and visit.x_scheduled_date and visit.x_end_datetime
    if not is_shown and not event:
        return False
    if not is_shown:
        # Apart first: on its own nobody may delete it.
        visit.write({'x_event_id': False})
        event.unlink()
        return False
    people = sorted((event.partner_ids - gone | visit.x_technician_id.partner_id | visit.x_customer_id).ids)
    values = {
        'name': ' '.join([part for part in (visit.x_name, visit.x_type_id.x_name) if part]),
        'start': visit.x_scheduled_date,
        'stop': visit.x_end_datetime,
        'location': find_place(visit, env['res.company'].sudo().search([], order='sequence, id', limit=1)) or False,
        'active': True,
    }
    if not event:
        values.update({'allday': False, 'user_id': visit.x_technician_id.id, 'partner_ids': [(6, 0, people)], 'x_appointment_id': visit.id, 'show_as': 'busy'})
        return events.create(values).id
    changes = {}
    for name in values:
        if (event[name] or False) != values[name]:
            changes[name] = values[name]
    if event.user_id != visit.x_technician_id:
        changes['user_id'] = visit.x_technician_id.id
    if sorted(event.partner_ids.ids) != people:
        changes['partner_ids'] = [(6, 0, people)]
    if 'start' in changes or 'stop' in changes:
        # Both, so that neither comes before the other.
        changes['start'] = values['start']
        changes['stop'] = values['stop']
    if changes:
        event.write(changes)
    return event.id
