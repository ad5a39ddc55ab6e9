now = datetime.datetime.now().strftime('%Y-%m-%d %H:%M:%S')
lives = []
for one in records:
    before = [line for line in (one.x_life or '').split('\n') if line]
    # The last of very many are enough to tell.
    lives.append({'x_life': '\n'.join((before + ['%s %s' % (now, one.x_state)])[-200:])})
# Each has another life: written one by one, each would set off every automation.
records._write_multi(lives)
records.invalidate_recordset(['x_life'])
records.modified(['x_life'])
