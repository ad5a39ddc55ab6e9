# What a calendar answers, RFC 5546: functions for the beginning of an action's code.
def itip_lines(text):
    # Each line as [name, parameters, value]; what is in quotes parts nothing.
    lines = []
    for line in text.replace('\r\n', '\n').replace('\r', '\n').replace('\n ', '').replace('\n\t', '').split('\n'):
        parts = ['']
        is_quoted = False
        rest = ''
        for place, one in enumerate(line):
            if one == '"':
                is_quoted = not is_quoted
            elif one == ':' and not is_quoted:
                rest = line[place + 1:]
                break
            elif one == ';' and not is_quoted:
                parts.append('')
            else:
                parts[-1] += one
        named = {}
        for part in parts[1:]:
            name, equals, value = part.partition('=')
            named[name.strip().upper()] = value.strip()
        lines.append([parts[0].strip().upper(), named, rest.strip()])
    return lines


def itip_read(text):
    # The answer in a calendar: whose event it is about, what it says, and for whom. None where it invites or publishes.
    found = {'method': '', 'uid': '', 'sequence': 0, 'answers': [], 'comment': '', 'begin': ''}
    inside = []
    for name, named, value in itip_lines(text):
        if name == 'BEGIN':
            inside.append(value.upper())
        elif name == 'END':
            inside = inside[:-1]
        elif name == 'METHOD' and len(inside) < 2:
            found['method'] = value.upper()
        elif inside[-1:] == ['VEVENT']:
            if name == 'UID' and not found['uid']:
                found['uid'] = value
            elif name == 'SEQUENCE' and value.isdigit():
                found['sequence'] = int(value)
            elif name == 'ATTENDEE':
                found['answers'].append([value.lower().replace('mailto:', '').strip(), named.get('PARTSTAT', '').upper()])
            elif name == 'COMMENT' and not found['comment']:
                found['comment'] = value.replace('\\n', ' ').replace('\\N', ' ').replace('\\,', ',').replace('\\;', ';').replace('\\\\', '\\')[:500]
    return found if found['method'] in ('REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER') else None
