# Each entry once, as a line of Odoo's Timesheets: by external id, so that nothing is there twice, whoever asks again.
asked = env.context.get('{{asked}}')
if asked:
    action = {'posted': 0, 'waiting': 0}
    if 'account.analytic.line' in env and 'project.project' in env and 'employee_id' in env['account.analytic.line']._fields:
        lines = env['account.analytic.line'].sudo().with_context(mail_notrack=True)
        entries = model.sudo().search([('x_line', '=', False), ('x_started_at', '=', False), ('x_hours', '>', 0), ('id', '>', asked['after'])], order='id', limit=asked['limit'])
        people = {}
        for employee in env['hr.employee'].sudo().search([('user_id', 'in', entries.mapped('x_user_id').ids)]):
            people[employee.user_id.id] = employee.id
        project = env['project.project'].sudo().search([('allow_timesheets', '=', True), ('id', '=', int(env['ir.config_parameter'].sudo().get_param('{{project}}', '0') or 0))])
        if entries and people and not project:
            project = env['project.project'].sudo().create({'name': say('time.project', env.company.partner_id.lang, {}), 'allow_timesheets': True})
            env['ir.config_parameter'].sudo().set_param('{{project}}', str(project.id))
        rows = []
        ready = []
        for entry in entries:
            if people.get(entry.x_user_id.id):
                ticket = entry.x_ticket_id
                words = [ticket.x_ticket_ref or ticket.x_name, entry.x_type_id.x_name, entry.x_note]
                rows.append({
                    'xml_id': '{{module}}.line_%s' % entry.id,
                    'values': {
                        'name': ' · '.join([word for word in words if word]),
                        'project_id': project.id,
                        'employee_id': people[entry.x_user_id.id],
                        'date': entry.x_date,
                        'unit_amount': entry.x_hours,
                    },
                })
                ready.append(entry)
        made = lines._load_records(rows) if rows else lines
        for entry, line in zip(ready, made):
            entry.with_context(supportdesk_line=True).write({'x_line': str(line.id)})
        action = {'posted': len(ready), 'waiting': len(entries) - len(ready), 'last': max(entries.ids or [0])}
