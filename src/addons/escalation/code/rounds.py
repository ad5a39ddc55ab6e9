def find_team_hours():
    # Where teams have working hours: as addons give them.
    asked_for = [('model', '=', 'x_support.team'), ('relation', '=', 'resource.calendar'), ('ttype', '=', 'many2one')]
    return env['ir.model.fields'].sudo().search(asked_for).mapped('name')


def describe_rules():
    # All that moments hang on beside tickets. Where it changes, every open ticket is looked at anew.
    parts = ['%s %s' % (rule.id, rule.write_date) for rule in rules]
    hours = env['x_support.sla'].sudo().search([]).mapped('x_calendar_id')
    for name in team_hours:
        hours |= env['x_support.team'].sudo().search([]).mapped(name)
    for calendar in hours.sorted('id'):
        leaves = env['resource.calendar.leaves'].sudo().search([('calendar_id', 'in', [False, calendar.id])])
        lines = calendar.attendance_ids
        parts.append('calendar %s %s %s %s' % (calendar.id, calendar.write_date, lines.ids, max(lines.mapped('write_date') or [''])))
        parts.append('leaves %s %s' % (leaves.ids, max(leaves.mapped('write_date') or [''])))
    return '\n'.join(parts)


def find_changed(after, until, last, limit):
    return tickets.search([('x_state', '!=', '{{done}}'), ('write_date', '>=', after), ('write_date', '<', until), ('id', '>', last)], order='id', limit=limit)


def find_due_lines(now, limit):
    return lines.search([('x_look_at', '<=', now)], order='x_look_at, id', limit=limit)
