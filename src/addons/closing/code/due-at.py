{{plan}}


rules = self.env['x_support.closing_rule'].sudo().search([])
hours = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
known = {}
for record in self:
    steps = [] if record.x_closing_is_held else plan(record, rules, hours, known, find_rule, find_days, add_days, find_begin, to_second)
    record['x_closing_due_at'] = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=min([step[1] for step in steps])) if steps else False
