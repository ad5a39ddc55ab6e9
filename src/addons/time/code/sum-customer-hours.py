times = self.env['x_support.time'].sudo()
for record in self:
    may = record.env['x_support.time'].has_access('read')
    found = [('x_ticket_id.x_partner_id', 'child_of', record.ids)]
    record['x_time_hours'] = sum(times.search(found).mapped('x_hours')) if may and record.ids else 0
