{{roster}}


{{choose}}


# What the team's rule would have done with the tickets of the last days, as they came. No ticket is changed.
# Odoo looks at the groups of an action alone.
record.check_access('write')
team = record.sudo()
end = datetime.datetime.now()
start = end - datetime.timedelta(days={{days}})
every = env['x_support.ticket'].sudo().with_context(active_test=False)
tickets = every.search([('x_team_id', '=', team.id), ('x_opened_at', '>=', start)], order='x_opened_at, id', limit={{limit}})
roster = read_roster(team, start, end)
for member in roster:
    # It says of the days to come, not of those that were.
    member['back'] = False
ids = [member['id'] for member in roster]
usual = {}
if team.x_assign_by == 'customer':
    usual = find_usual(tickets, ids, start - datetime.timedelta(days={{usual}}))
# Turns are counted here, so that the real ones stay where they are.
sequence = env['ir.sequence']
counted = {'turns': 0}
left = {}
orders = {}
load = {user_id: 0 for user_id in ids}
# What changes how many each has open: tickets that were theirs for other reasons, and, below, those given to them here.
changes = []
others = every.search([
    ('x_user_id', 'in', ids), '|', ('x_closed_at', '=', False), ('x_closed_at', '>', start),
    '|', ('x_team_id', '!=', team.id), ('x_opened_at', '<', start),
])
for ticket in others:
    changes.append((ticket.x_opened_at or start, ticket.x_user_id.id, 1))
    if ticket.x_closed_at:
        changes.append((ticket.x_closed_at, ticket.x_user_id.id, -1))
given = {user_id: 0 for user_id in ids}
most = {user_id: 0 for user_id in ids}
had = {user_id: 0 for user_id in ids}
for ticket in tickets:
    later = []
    for change in changes:
        if change[0] <= ticket.x_opened_at:
            load[change[1]] += change[2]
        else:
            later.append(change)
    changes = later
    member, rule, score = choose(ticket, ticket.x_opened_at)
    user_id = member['id'] if member else False
    given[user_id] = given.get(user_id, 0) + 1
    had[ticket.x_user_id.id] = had.get(ticket.x_user_id.id, 0) + 1
    if user_id in ids:
        load[user_id] += 1
        most[user_id] = max(most[user_id], load[user_id])
        if ticket.x_closed_at:
            changes.append((ticket.x_closed_at, user_id, -1))
people = list(given.keys()) + [user_id for user_id in had.keys() if user_id not in given]
team.x_trial_line_ids.unlink()
env['x_support.team.trial'].sudo().create([
    {
        'x_name': env['res.users'].sudo().browse(user_id).name if user_id else say('assignment.trial.nobody', env.user.lang, {}),
        'x_team_id': team.id,
        'x_user_id': user_id,
        'x_given': given.get(user_id, 0),
        'x_share': 100 * given.get(user_id, 0) / len(tickets) if tickets else 0,
        'x_most': most.get(user_id, 0),
        'x_had': had.get(user_id, 0),
    }
    for user_id in people
])
team.write({'x_tried_at': end})
