def fire_mail(event, tickets, values):
    context = env.context
    if context.get('supportdesk_imported') or context.get('supportdesk_no_mail') or context.get('import_file'):
        return
    told = env['x_support.mail_rule'].sudo().search([('x_event', '=', event)], limit=1)
    if not (told.x_customer or told.x_copied or told.x_assignee or told.x_team or told.x_leader):
        return
    if values.get('x_key') and env['x_support.mail_event'].sudo().search_count([('x_key', '=', values['x_key'])], limit=1):
        return
    lines = []
    for ticket in tickets:
        lines.append(dict(values, x_event=event, x_ticket_id=ticket.id))
    env['x_support.mail_event'].sudo().create(lines)
