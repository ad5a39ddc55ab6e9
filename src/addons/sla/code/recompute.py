asked = env.context['{{asked}}']
parameters = env['ir.config_parameter'].sudo()
if asked['do'] == 'look':
    # What open tickets must follow, and whether they do.
    parts = ['policies'] + ['%s %s' % (policy.id, policy.x_applied_terms) for policy in env['x_support.sla'].search([('x_applied_terms', '!=', False)])]
    parts.append('noted %s' % parameters.get_param('{{noted}}', ''))
    for calendar in env['x_support.sla'].search([]).mapped('x_calendar_id').sorted('id'):
        leaves = env['resource.calendar.leaves'].sudo().search([('calendar_id', 'in', [False, calendar.id])])
        hours = calendar.attendance_ids
        parts.append('calendar %s %s %s %s' % (calendar.id, calendar.write_date, hours.ids, max(hours.mapped('write_date') or [''])))
        parts.append('leaves %s %s' % (leaves.ids, max(leaves.mapped('write_date') or [''])))
    rules = '\n'.join(parts)
    action = {'rules': rules, 'is_needed': rules != parameters.get_param('{{followed}}', '')}
elif asked['do'] == 'end':
    parameters.set_param('{{followed}}', asked['rules'])
else:
    tickets = model.with_context(active_test=False, mail_notrack=True).search([('x_state', '!=', '{{done}}'), ('x_sla_ledger', '!=', False), ('id', '>', asked['after'])], order='id', limit=asked['limit'])
    # As if the tags had changed: policies hang on them, and nothing else that is costly.
    tickets.modified(['x_tag_ids'])
    # Now, and not when the call ends: then Odoo would write a line into the chatter of each.
    tickets.mapped('x_sla_deadline')
    action = {'last': max(tickets.ids or [0]), 'count': len(tickets)}
