uses = self.env['{{use}}'].sudo()
counts = {}
for play, count in uses._read_group([('x_play_id', 'in', self.ids), ('x_undone_at', '=', False){{narrowing}}], ['x_play_id'], ['__count']):
    counts[play.id] = count
for record in self:
    record['{{field}}'] = counts.get(record.id, 0)
