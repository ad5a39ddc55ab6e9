def fire_mail(event, tickets, values):
    told = env['x_support.mail_rule'].sudo().search([('x_event', '=', event)], limit=1)
    is_quiet = env.context.get('supportdesk_imported') or env.context.get('supportdesk_no_mail') or env.context.get('import_file')
    if values.get('x_key') and env['x_support.mail_event'].sudo().search_count([('x_key', '=', values['x_key'])], limit=1):
        is_quiet = True
    lines = []
    if not is_quiet and (told.x_customer or told.x_copied or told.x_assignee or told.x_team or told.x_leader):
        for ticket in tickets:
            lines.append(dict(values, x_event=event, x_ticket_id=ticket.id))
    if lines:
        env['x_support.mail_event'].sudo().create(lines)
