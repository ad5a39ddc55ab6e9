{{plan}}


rules = self.env['x_support.closing_rule'].sudo().search([])
hours = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
known = {}
for record in self:
    steps = plan(record, rules, hours, known, find_rule, find_days, add_days, find_begin, to_second)
    first = False
    for step in steps:
        if not first or step[1] < first[1]:
            first = step
    record['x_closing_next'] = first[0] if first else False
