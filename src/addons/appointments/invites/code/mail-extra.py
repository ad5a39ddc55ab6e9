# What a mail about an appointment brings along. Odoo writes mails as its system user.
{{visit_event}}


{{link}}


event = record.sudo()
visit = env['x_support.appointment'].sudo().with_context(active_test=False).browse(event.x_about_id).exists()
role = env.context.get('{{role}}')
action = {}
if visit:
    for_desk = role == 'desk'
    world = visit_world()
    zone = visit_zone(visit.x_technician_id.partner_id if for_desk else visit.x_customer_id)
    is_over = visit.x_status == 'cancelled'
    # Whoever asked for it knows; who is only in copy was not invited.
    is_asked = event.x_event == 'visit_requested' and visit.x_created_via in ('portal', 'mail', 'api')
    invites = visit.x_scheduled_date and role != 'copied' and not is_asked and event.x_event in ('visit_requested', 'visit_confirmed', 'visit_moved', 'visit_cancelled')
    files = []
    if invites:
        method = 'CANCEL' if is_over else 'REQUEST'
        text = ics_calendar(method, [visit_event(visit, for_desk, world)], zone, '')
        files.append(('invite.ics', text, 'text/calendar; charset=utf-8; method=' + method))
    action = {
        'files': files,
        'zone': zone,
        'more': {'supportdesk_place': find_place(visit, world['company'])},
        'offer': {'instead': True, 'visit': link_visit(visit), 'chooses': event.x_event == 'visit_choose', 'is_over': is_over} if role == 'customer' else False,
    }
