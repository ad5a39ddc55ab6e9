domain = [('x_equipment_ids', 'in', self.ids)]
if {{open}}:
    domain.append(('x_state', '!=', '{{done}}'))
# Whoever may read no tickets is told none, and refused nothing.
tickets = self.env['x_support.ticket']
counts = {}
if tickets.has_access('read') and self.ids:
    counts = {piece.id: count for piece, count in tickets._read_group(domain, ['x_equipment_ids'], ['__count'])}
for record in self:
    record['{{field}}'] = counts.get(record.id, 0)
