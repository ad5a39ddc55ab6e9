lang = env.context.get('lang') or env.user.lang


def say_time(seconds, lang):
    minutes = int(round(seconds / 60.0))
    hours = minutes // 60
    values = {'hours': hours, 'minutes': minutes % 60}
    if not hours:
        return say('sla.time.minutes', lang, values)
    return say('sla.time.both' if minutes % 60 else 'sla.time.hours', lang, values)


def say_day(day, lang):
    moment = datetime.datetime.strptime(day, '%Y-%m-%d')
    return say('sla.day.%s' % moment.weekday(), lang, {'date': moment.day})


story = [line.split(' ', 4) for line in (env.context.get('sla_story') or '').split('\n')]
goal = story[0]
parts = []
for line in story[1:]:
    if line[0] == 'earlier':
        parts.append(say('sla.earlier', lang, {'time': say_time(int(line[1]), lang)}))
        continue
    days = line[1].split('/')
    day = '' if line[1] == '-' else say_day(days[0], lang) + (' – ' + say_day(days[1], lang) if len(days) > 1 else '') + ': '
    if line[2] == 'work':
        parts.append(day + say_time(int(line[3]), lang))
    elif line[2] == 'visit':
        at = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=int(line[4]))
        when = env['ir.qweb.field.datetime'].with_context(lang=lang).value_to_html(at, {'format': 'EEE d MMM HH:mm', 'tz_name': env.context.get('tz') or env.user.tz or 'UTC'})
        parts.append(day + say('sla.visit', lang, {'moment': when}))
    elif line[2] == 'closed':
        parts.append(day + (say('sla.closed.named', lang, {'name': line[4]}) if len(line) > 4 and line[4] else say('sla.closed', lang, {})))
    else:
        parts.append(day + say('sla.%s' % line[2], lang, {}))
if goal[3] == 'left':
    parts.append(say('sla.left.%s' % goal[1], lang, {'time': say_time(int(goal[2]), lang)}))
else:
    moment, zone = (goal[4].split(' ') + [''])[:2] if len(goal) > 4 else ['', '']
    when = '%s, %s' % (say_day(moment[:10], lang), moment[11:]) if moment else ''
    # The hours are those of the desk, and the date beside it is told in the reader's.
    if when and zone and zone != (env.user.tz or 'UTC'):
        when += ' (%s)' % zone
    parts.append(say('sla.due.%s' % goal[1], lang, {'moment': when}).strip())
text = ' · '.join(parts)
action = {'html': '<p>%s</p>' % text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}
