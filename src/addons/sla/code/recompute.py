asked = env.context['{{asked}}']
parameters = env['ir.config_parameter'].sudo()
if asked['do'] == 'look':
    # What open tickets must follow, and whether they do.
    parts = ['policies'] + ['%s %s' % (policy.id, policy.x_applied_terms) for policy in env['x_support.sla'].search([('x_applied_terms', '!=', False)])]
    parts.append('removed %s' % parameters.get_param('{{removed}}', ''))
    for calendar in env['x_support.sla'].search([]).mapped('x_calendar_id').sorted('id'):
        leaves = env['resource.calendar.leaves'].sudo().search([('calendar_id', 'in', [False, calendar.id])])
        hours = calendar.attendance_ids
        parts.append('calendar %s %s %s %s' % (calendar.id, calendar.write_date, hours.ids, max(hours.mapped('write_date') or [''])))
        parts.append('leaves %s %s' % (leaves.ids, max(leaves.mapped('write_date') or [''])))
    if 'x_stage_id' in env['x_support.ticket']._fields:
        parts += ['stage %s %s' % (stage.id, stage.x_stops_clock) for stage in env['x_support.stage'].search([])]
    rules = '\n'.join(parts)
    action = {'rules': rules, 'is_needed': rules != parameters.get_param('{{followed}}', '')}
elif asked['do'] == 'end':
    parameters.set_param('{{followed}}', asked['rules'])
else:
    tickets = model.with_context(active_test=False).search([('x_state', '!=', '{{done}}'), ('x_sla_ledger', '!=', False), ('id', '>', asked['after'])], order='id', limit=asked['limit'])
    # As if the tags had changed: policies hang on them, and nothing else that is costly.
    tickets.modified(['x_tag_ids'])
    action = {'last': max(tickets.ids or [0]), 'count': len(tickets)}
