links = env['x_support.ticket_link'].sudo()
known = links.search([]).mapped('x_ticket_id')
links._load_records([{
    'xml_id': '__supportdesk_portal__.link_%s' % ticket.id,
    'values': {'x_ticket_id': ticket.id, 'x_secret': ticket.x_link_secret},
} for ticket in records - known])
