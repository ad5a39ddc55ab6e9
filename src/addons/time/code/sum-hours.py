# Everybody's, whoever looks.
field = 'x_billable_hours' if '{{only}}' else 'x_time_hours'
kind = [('x_coverage', '=', '{{only}}')] if '{{only}}' else []
hours = {}
for ticket, total in self.env['x_support.time'].sudo()._read_group([('x_ticket_id', 'in', self.ids)] + kind, ['x_ticket_id'], ['x_hours:sum']):
    hours[ticket.id] = total
for record in self:
    # A form that is not saved yet has the number of what is.
    total = 0
    for ticket in record.ids:
        total += hours.get(ticket, 0)
    record[field] = total
