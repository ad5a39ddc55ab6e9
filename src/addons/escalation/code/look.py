{{settled}}


{{rounds}}


# Whether there is anything to do; short, since Odoo compiles it every minute. What is older than `settled` is complete, for
# whoever reads in a later call.
now = datetime.datetime.strptime(env.context['{{asked}}']['now'], '%Y-%m-%d %H:%M:%S')
tickets = env['{{ticket}}'].sudo()
rules = env['{{rule}}'].sudo().search([])
lines = env['x_support.escalation_watch'].sudo()
team_hours = find_team_hours()
state = env['x_support.escalation_round'].sudo().search([], order='id', limit=1)
until = settled.strftime('%Y-%m-%d %H:%M:%S')
is_needed = bool(lines.search([], limit=1))
if rules:
    is_needed = bool(state.x_rules != describe_rules() or state.x_until or find_due_lines(now, 1) or find_changed(state.x_after, until, 0, 1))
action = {'is_needed': is_needed, 'settled': until}
