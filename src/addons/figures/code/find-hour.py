# On the clock of the desk: that of its company's hours.
hours = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
zone = timezone(hours.tz or 'UTC')
known = {}
for record in self:
    if not record.x_opened_at:
        record['x_opened_hour_id'] = False
        continue
    if not known:
        known.update({(one.x_weekday, one.x_hour): one.id for one in self.env['x_support.hour_of_week'].sudo().search([])})
        known[''] = False
    moment = timezone('UTC').localize(record.x_opened_at).astimezone(zone)
    key = (str(moment.weekday()), '%02d' % moment.hour)
    if key not in known:
        known[key] = self.env['x_support.hour_of_week'].sudo().create({'x_weekday': key[0], 'x_hour': key[1]}).id
    record['x_opened_hour_id'] = known[key]
