def read_rule(record):
    # What a rule says, as plain values: in a form it need not be saved yet.
    calendar = record.x_calendar_id
    tz = calendar.tz or record.env.company.partner_id.tz or 'UTC'
    names = ['x_monday', 'x_tuesday', 'x_wednesday', 'x_thursday', 'x_friday', 'x_saturday', 'x_sunday']
    weekdays = []
    for place in range(7):
        if record[names[place]]:
            weekdays.append(place)
    return {
        'made': str(record.create_date or datetime.datetime.now())[:19],
        'start': str(record.x_start) if record.x_start else False,
        'until': str(record.x_until) if record.x_until else False,
        'unit': record.x_unit or 'month',
        'every': max(1, record.x_every or 1),
        'weekdays': weekdays,
        'by': record.x_by or 'day',
        'day': max(1, record.x_day or 1),
        'nth': record.x_nth or '1',
        'weekday': int(record.x_weekday or 0),
        'month': int(record.x_month or 0),
        'calendar': calendar.id or False,
        'closed': record.x_closed or 'open',
        'ahead': max(0, record.x_ahead or 0),
        'hour': min(max(record.x_hour or 0, 0), 23.99),
        'tz': tz,
        'after': str(record.x_opened_until) if record.x_opened_until else False,
        'latest': str(record.x_opened_for) if record.x_opened_for else False,
    }
