asked = env.context['{{asked}}']
parameters = env['ir.config_parameter'].sudo()
if asked.get('followed'):
    parameters.set_param('{{followed}}', asked['followed'])
parts = ['policies'] + ['%s %s' % (policy.id, policy.x_applied_terms) for policy in model.search([('x_active', '=', True), ('x_applied_terms', '!=', False)])]
parts.append('noted %s' % parameters.get_param('{{noted}}', ''))
for calendar in model.search([('x_active', '=', True)]).mapped('x_calendar_id').sorted('id'):
    leaves = env['resource.calendar.leaves'].sudo().search([('calendar_id', 'in', [False, calendar.id])])
    hours = calendar.attendance_ids
    parts.append('calendar %s %s %s %s' % (calendar.id, calendar.write_date, hours.ids, max(hours.mapped('write_date') or [''])))
    parts.append('leaves %s %s' % (leaves.ids, max(leaves.mapped('write_date') or [''])))
rules = '\n'.join(parts)
action = {'rules': rules, 'is_needed': rules != parameters.get_param('{{followed}}', '')}
