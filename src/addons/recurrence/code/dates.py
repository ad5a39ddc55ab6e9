# When recurring tickets are due. Asked: {'rules': [what a rule says], 'count': dates of each}; answers of each rule its next
# dates: [the date by the rule, the day it is for once closed days are seen to, the moment at which it is opened, in UTC].


def to_date(text):
    return datetime.datetime.strptime(text, '%Y-%m-%d').date() if text else None


def find_month_end(year, month):
    first = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (first - datetime.timedelta(days=1)).day


def find_in_month(rule, year, month):
    # By day, where the last one stands for those that a month does not have; or by weekday, from either end.
    last = find_month_end(year, month)
    if rule['by'] != 'weekday':
        return datetime.date(year, month, min(rule['day'] or 1, last))
    if rule['nth'] == 'last':
        end = datetime.date(year, month, last)
        return end - datetime.timedelta(days=(end.weekday() - rule['weekday']) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(rule['weekday'] - first.weekday()) % 7 + 7 * (int(rule['nth']) - 1))


def find_period(rule, start, day):
    # How many periods after the first one a day lies in.
    unit = rule['unit']
    if unit == 'day':
        apart = (day - start).days
    elif unit == 'week':
        apart = ((day - datetime.timedelta(days=day.weekday())) - (start - datetime.timedelta(days=start.weekday()))).days // 7
    elif unit == 'month':
        apart = (day.year - start.year) * 12 + day.month - start.month
    else:
        apart = day.year - start.year
    return max(0, apart // rule['every'])


def find_of_period(rule, start, place):
    apart = place * rule['every']
    if rule['unit'] == 'day':
        return [start + datetime.timedelta(days=apart)]
    if rule['unit'] == 'week':
        monday = start - datetime.timedelta(days=start.weekday()) + datetime.timedelta(days=7 * apart)
        found = []
        for weekday in rule['weekdays'] or [start.weekday()]:
            found.append(monday + datetime.timedelta(days=weekday))
        return found
    if rule['unit'] == 'month':
        months = start.year * 12 + start.month - 1 + apart
        return [find_in_month(rule, months // 12, months % 12 + 1)]
    return [find_in_month(rule, start.year + apart, rule['month'] or start.month)]


def is_open(calendar, day):
    # Read some weeks at a time, with a day around them so that none is cut in two.
    week = (day - datetime.date(1970, 1, 1)).days // 70
    key = '%s %s' % (calendar, week)
    if key not in known:
        begin = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=week * 70 - 2)
        days = {}
        for opens, closes, line in calendars.browse(calendar)._work_intervals_batch(begin, begin + datetime.timedelta(days=75))[False]:
            days[str(opens)[:10]] = True
        known[key] = days
    return str(day) in known[key]


def find_day(rule, day):
    # The day that a date comes to, or None where it is left out.
    if not rule['calendar'] or rule['closed'] == 'open' or is_open(rule['calendar'], day):
        return day
    if rule['closed'] == 'skip':
        return None
    step = -1 if rule['closed'] == 'before' else 1
    for apart in range(1, 62):
        other = day + datetime.timedelta(days=step * apart)
        if is_open(rule['calendar'], other):
            return other
    return None


def find_moment(rule, day):
    # Of a day, what clocks show there: the hour stays when they are put forward or back.
    minutes = int(round(rule['hour'] * 60))
    local = datetime.datetime(day.year, day.month, day.day) - datetime.timedelta(days=rule['ahead']) + datetime.timedelta(minutes=minutes)
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(timezone(rule['tz']).localize(local).timestamp()))


def find_dates(rule, count):
    # Whatever lay before it was made is nobody's.
    made = datetime.datetime.strptime(rule['made'], '%Y-%m-%d %H:%M:%S')
    today = timezone('UTC').localize(made).astimezone(timezone(rule['tz'])).date()
    start = to_date(rule['start']) or today
    until = to_date(rule['until'])
    after = to_date(rule['after']) or today - datetime.timedelta(days=1)
    latest = to_date(rule['latest'])
    found = []
    place = find_period(rule, start, max(start, after))
    # A calendar that is never open leads nowhere: not for ever.
    for _ in range(count + 800):
        for day in sorted(find_of_period(rule, start, place)):
            if until and day > until or day.year > 2200:
                return found
            if day < start or day <= after:
                continue
            real = find_day(rule, day)
            # Dates that come to the same day are one.
            if real and not (latest and real <= latest):
                found.append([str(day), str(real), str(find_moment(rule, real))])
                latest = real
            if len(found) == count:
                return found
        place += 1
    return found


asked = env.context.get('{{asked}}')
if asked:
    calendars = env['resource.calendar'].sudo()
    known = {}
    found = []
    for rule in asked['rules']:
        found.append(find_dates(rule, asked['count']))
    action = {'dates': found}
