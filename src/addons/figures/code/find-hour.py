# On the clock of the desk: that of its company's hours.
hours = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
zone = dateutil.tz.gettz(hours.tz or 'UTC')
known = {}
for record in self:
    if not record.x_opened_at:
        record['x_opened_hour_id'] = False
        continue
    if not known:
        known[''] = False
        for one in self.env['x_support.hour_of_week'].sudo().search([]):
            known['%s %s' % (one.x_weekday, one.x_hour)] = one.id
    moment = dateutil.tz.gettz('UTC').localize(record.x_opened_at).astimezone(zone)
    key = '%s %02d' % (moment.weekday(), moment.hour)
    if key not in known:
        known[key] = self.env['x_support.hour_of_week'].sudo().create({'x_weekday': key[:1], 'x_hour': key[2:]}).id
    record['x_opened_hour_id'] = known[key]
