{{read_rule}}


finder = self.env.ref('{{dates}}', raise_if_not_found=False)
rules = []
for record in self:
    rules.append(read_rule(record))
found = finder.sudo().with_context({{asked}}={'rules': rules, 'count': 5}).run()['dates'] if finder and rules else []
place = 0
for record in self:
    dates = found[place] if found else []
    place += 1
    days = record.env['ir.qweb.field.date'].with_context(lang=record.env.user.lang, tz='UTC')
    lines = []
    for nominal, real, moment in dates:
        day = datetime.datetime.strptime(real, '%Y-%m-%d')
        line = '%s' % days.value_to_html(day, {'format': 'full'})
        if nominal != real:
            line += ' ← %s' % days.value_to_html(datetime.datetime.strptime(nominal, '%Y-%m-%d'), {'format': 'full'})
        lines.append(line)
    record['x_next_dates'] = '\n'.join(lines)
