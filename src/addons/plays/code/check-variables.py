# A name that nobody knows would go out as it is.
begin = '{' * 2
end = '}' * 2
known = [{{known}}]
for record in records:
    for part in ('%s' % (record.{{field}} or '')).split(begin)[1:]:
        name, close, rest = part.partition(end)
        if name.replace('&nbsp;', ' ').strip().lower() not in known:
            raise UserError(say('plays.unknown', env.user.lang, {'name': name[:40], 'known': ', '.join(known)}))
