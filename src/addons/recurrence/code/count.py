counts = {}
for one, count in self.env['x_support.ticket'].sudo()._read_group([('x_recurrence_id', 'in', self.ids)], ['x_recurrence_id'], ['__count']):
    counts[one.id] = count
for record in self:
    record['x_ticket_count'] = counts.get(record.id, 0)
