# One appointment, as a file for a calendar.
{{visit_event}}


asked = env.context.get('{{asked}}')
if asked:
    action = {'text': False}
    visit = model.sudo().with_context(active_test=False).browse(asked['appointment']).exists()
    if visit and visit.x_scheduled_date:
        for_desk = bool(asked.get('for_desk'))
        zone = visit_zone(visit.x_technician_id.partner_id if for_desk else visit.x_customer_id)
        method = 'CANCEL' if visit.x_status == 'cancelled' and asked['method'] == 'REQUEST' else asked['method']
        action = {'text': ics_calendar(method, [visit_event(visit, for_desk, visit_world())], zone, '')}
