{{plan}}


rules = self.env['x_support.closing_rule'].sudo().search([])
hours = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
known = {}
for record in self:
    moment = False
    for what, when in plan(record, rules, hours, known, find_rule, find_days, add_days, find_begin, to_second):
        if what == 'close':
            moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=when)
    record['x_closes_at'] = moment
