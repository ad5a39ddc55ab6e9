before = [line for line in (record.x_life or '').split('\n') if line]
now = datetime.datetime.now().strftime('%Y-%m-%d %H:%M:%S')
# The last of very many are enough to tell.
record.write({'x_life': '\n'.join((before + ['%s %s' % (now, record.x_state)])[-200:])})
