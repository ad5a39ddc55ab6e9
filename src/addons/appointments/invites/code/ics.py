# A calendar as RFC 5545 has it: functions for the beginning of an action's code, which ask Odoo nothing. Moments are
# naive and in UTC, as Odoo keeps them; a zone is its IANA name.
def ics_clean(text):
    # No control characters, nothing that turns a line around; a line ends with \n. Most lines have nothing of it, which is
    # found out at once.
    lines = []
    for line in (text or '').replace('\r\n', '\n').replace('\r', '\n').replace('\u2028', '\n').replace('\u2029', '\n').split('\n'):
        if not line.isprintable():
            kept = []
            for one in line:
                is_control = (one < ' ' and one != '\t') or '\u007f' <= one <= '\u009f'
                if not is_control and one not in '\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff':
                    kept.append(one)
            line = ''.join(kept)
        lines.append(line)
    return '\n'.join(lines).strip()


def ics_text(text):
    return ics_clean(text).replace('\\', '\\\\').replace(';', '\\;').replace(',', '\\,').replace('\n', '\\n')


def ics_quoted(text):
    # Within quotes nothing can be escaped, so there are none inside.
    return '"%s"' % ics_clean(text).replace('"', "'").replace('\n', ' ').replace('\t', ' ')


def ics_address(email):
    # None where it is no address that a calendar could write to.
    bare = ics_clean(email).rpartition('<')[2].replace('>', '').strip()
    broken = [one for one in bare if one in ' \n\t",;:']
    return 'mailto:' + bare if '@' in bare and not broken else None


def ics_plain(html):
    # The words of what people wrote in Odoo's editor, a line each.
    text = html or ''
    for end in ('<br>', '<br/>', '<br />', '</p>', '</div>', '</li>', '</h1>', '</h2>', '</h3>', '</tr>'):
        text = text.replace(end, '\n')
    text = ''.join([part.split('>')[-1] for part in text.split('<')])
    for mark, sign in (('&nbsp;', ' '), ('&lt;', '<'), ('&gt;', '>'), ('&quot;', '"'), ('&#34;', '"'), ('&#39;', "'"), ('&amp;', '&')):
        text = text.replace(mark, sign)
    lines = [line.strip() for line in text.split('\n')]
    return '\n'.join([line for line in lines if line])


def ics_fold(line):
    # At most 75 octets a line, and no character cut in two.
    octets = len(line.encode())
    if octets <= 75:
        return line
    folded = []
    if octets == len(line):
        folded.append(line[:75])
        for place in range(75, octets, 74):
            folded.append(' ' + line[place:place + 74])
        return '\r\n'.join(folded)
    now = ''
    size = 0
    for one in line:
        octets = len(one.encode())
        if size + octets > 75:
            folded.append(now)
            now = ' '
            size = 1
        now += one
        size += octets
    return '\r\n'.join(folded + [now])


def ics_stamp(moment):
    return moment.strftime('%Y%m%dT%H%M%S')


def ics_offset(moment, zone):
    # Seconds that its clocks are ahead of UTC.
    return int(timezone(zone).fromutc(moment).utcoffset().total_seconds())


def ics_hours(seconds):
    size = abs(seconds)
    text = '%s%02d%02d' % ('-' if seconds < 0 else '+', size // 3600, size % 3600 // 60)
    return text + '%02d' % (size % 60) if size % 60 else text


def ics_when(name, moment, zone):
    if zone == 'UTC':
        return '%s:%sZ' % (name, ics_stamp(moment))
    offset = ics_offset(moment, zone)
    before = ics_offset(moment - datetime.timedelta(hours=4), zone)
    shown = moment + datetime.timedelta(seconds=offset)
    # An hour that clocks show twice means the first of the two to every calendar: the second is said in UTC.
    if before > offset and ics_offset(shown - datetime.timedelta(seconds=before), zone) == before:
        return '%s:%sZ' % (name, ics_stamp(moment))
    return '%s;TZID=%s:%s' % (name, zone, ics_stamp(shown))


def ics_zone(zone, first, last):
    # Every change of its clocks from the year before the first moment to the year after the last, found by looking at
    # each week: what calendars know by the name of a zone differs, and some know nothing.
    week = datetime.timedelta(days=7)
    at = datetime.datetime(first.year - 1, 1, 1)
    summer = datetime.datetime(first.year - 1, 7, 1)
    if ics_offset(summer, zone) < ics_offset(at, zone):
        at = summer
    end = datetime.datetime(last.year + 2, 1, 1)
    offset = ics_offset(at, zone)
    steps = [(datetime.datetime(1970, 1, 1), offset, offset)]
    while at < end:
        other = ics_offset(at + week, zone)
        if other != offset:
            low = at
            high = at + week
            while (high - low).total_seconds() > 1:
                middle = low + datetime.timedelta(seconds=int((high - low).total_seconds() // 2))
                if ics_offset(middle, zone) == offset:
                    low = middle
                else:
                    high = middle
            steps.append((high + datetime.timedelta(seconds=offset), offset, other))
            offset = other
        at += week
    lines = ['BEGIN:VTIMEZONE', 'TZID:' + zone]
    for start, before, after in steps:
        kind = 'DAYLIGHT' if after > before else 'STANDARD'
        lines += ['BEGIN:' + kind, 'DTSTART:' + ics_stamp(start), 'TZOFFSETFROM:' + ics_hours(before), 'TZOFFSETTO:' + ics_hours(after), 'END:' + kind]
    return lines + ['END:VTIMEZONE']


def ics_event(event, method, zone):
    lines = [
        'BEGIN:VEVENT',
        'UID:' + event['uid'],
        'SEQUENCE:%d' % event['sequence'],
        'DTSTAMP:%sZ' % ics_stamp(event['stamp']),
        'LAST-MODIFIED:%sZ' % ics_stamp(event['stamp']),
        ics_when('DTSTART', event['begin'], zone),
        ics_when('DTEND', event['end'], zone),
        'SUMMARY:' + ics_text(event['summary']),
        'STATUS:' + ('CANCELLED' if method == 'CANCEL' else event['status']),
        'TRANSP:OPAQUE',
    ]
    for name, value in (('DESCRIPTION', event['description']), ('LOCATION', event['location'])):
        if ics_clean(value):
            lines.append('%s:%s' % (name, ics_text(value)))
    if event['url']:
        lines.append('URL:' + ics_clean(event['url']).replace('\n', ''))
    organizer = ics_address(event['organizer'][1])
    if organizer:
        lines.append('ORGANIZER;CN=%s:%s' % (ics_quoted(event['organizer'][0]), organizer))
    # Who only publishes a calendar invites nobody.
    for name, email, answer in event['people'] if method != 'PUBLISH' and organizer else []:
        address = ics_address(email)
        if address:
            asks = ';RSVP=TRUE' if method == 'REQUEST' and answer == 'NEEDS-ACTION' else ''
            lines.append('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s%s;CN=%s:%s' % (answer, asks, ics_quoted(name), address))
    if event['alarm'] and method != 'CANCEL':
        lines += ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:' + ics_text(event['summary']), 'TRIGGER:-PT%dM' % event['alarm'], 'END:VALARM']
    return lines + ['END:VEVENT']


def ics_calendar(method, events, zone, name):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//odoo-supportdesk//Appointments//EN', 'CALSCALE:GREGORIAN', 'METHOD:' + method]
    if name:
        lines += ['X-WR-CALNAME:' + ics_text(name), 'NAME:' + ics_text(name), 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H', 'X-WR-TIMEZONE:' + zone]
    if zone != 'UTC' and events:
        lines += ics_zone(zone, min([event['begin'] for event in events]), max([event['end'] for event in events]))
    for event in events:
        lines += ics_event(event, method, zone)
    return '\r\n'.join([ics_fold(line) for line in lines + ['END:VCALENDAR']]) + '\r\n'
