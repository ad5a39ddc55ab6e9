times = self.env['x_support.time'].sudo()
for record in self:
    found = [('x_ticket_id', 'in', record.ids)] if '{{of}}' == 'ticket' else [('x_ticket_id.x_partner_id', 'child_of', record.ids)]
    may = '{{of}}' == 'ticket' or record.env['x_support.time'].has_access('read')
    record['x_time_hours'] = sum(times.search(found).mapped('x_hours')) if may and record.ids else 0
