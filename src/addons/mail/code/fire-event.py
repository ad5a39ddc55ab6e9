def fire_mail(event, tickets, values):
    context = env.context
    if context.get('supportdesk_imported') or context.get('supportdesk_no_mail') or context.get('import_file'):
        return
    told = env['x_support.mail_rule'].sudo().search([('x_event', '=', event)], limit=1)
    if not (told.x_customer or told.x_copied or told.x_assignee or told.x_team or told.x_leader):
        return
    events = env['x_support.mail_event'].sudo()
    key = values.get('x_key') or ''
    keys = []
    for ticket in tickets:
        keys.append(key.replace('{id}', str(ticket.id)))
    known = events.search([('x_key', 'in', keys)]).mapped('x_key') if key else []
    lines = []
    for ticket in tickets:
        own = key.replace('{id}', str(ticket.id))
        if own not in known:
            lines.append(dict(values, x_event=event, x_ticket_id=ticket.id, x_key=own))
    if not lines:
        return
    events.create(lines)
    # At once, and not when Odoo gets round to it; one call of a transaction is enough.
    cron = env.ref('__supportdesk__.cron_mail').sudo()
    if not env['ir.cron.trigger'].sudo().search_count([('cron_id', '=', cron.id), ('create_date', '>=', env.cr.now())], limit=1):
        cron._trigger()
