{{read_rule}}


finder = self.env.ref('{{dates}}', raise_if_not_found=False)
rules = []
for record in self:
    rules.append(read_rule(record))
found = finder.sudo().with_context({{asked}}={'rules': rules, 'count': 1}).run()['dates'] if finder and rules else []
place = 0
for record in self:
    dates = found[place] if found else []
    place += 1
    record['x_next_at'] = dates[0][2] if dates and record.x_active and not record.x_paused else False
