asked = env.context.get('{{asked}}') or {}
now = datetime.datetime.now()
job = model.sudo().search([('x_key', '=', asked.get('key'))], order='id', limit=1)
is_ours = bool(job) and job.x_holder == asked.get('holder')
is_free = bool(job) and (not job.x_until or job.x_until <= now)
due = asked.get('due')
is_due = not due or not job.x_covered_at or str(job.x_covered_at) < due
until = now + datetime.timedelta(seconds=asked.get('seconds', 0))
values = asked.get('values') or {}
if asked.get('do') == 'take' and (is_ours or is_free and is_due):
    job.write({'x_holder': asked['holder'], 'x_until': until, 'x_last_run_at': now, 'x_result': 'running'})
    is_ours = True
elif asked.get('do') == 'keep' and is_ours:
    values['x_until'] = until
    job.write(values)
elif asked.get('do') == 'leave' and is_ours:
    values['x_holder'] = False
    values['x_until'] = False
    job.write(values)
action = {'is_known': bool(job), 'is_ours': is_ours, 'until': job.x_until, 'cursor': job.x_cursor}
