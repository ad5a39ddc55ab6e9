def find_skills():
    # What a ticket can be about and what a member can know: fields that lead to records of the same model, in pairs.
    fields = env['ir.model.fields'].sudo()
    known = fields.search([('model', '=', 'x_support.team.member'), ('ttype', '=', 'many2many')])
    about = fields.search([('model', '=', 'x_support.ticket'), ('relation', 'in', known.mapped('relation'))])
    pairs = []
    for one in about:
        for other in known:
            if one.relation == other.relation:
                pairs.append((one.name, other.name))
    return pairs


{{working_time}}


def read_roster(team, start, end):
    # Who takes the team's tickets between two moments, in an order that stays.
    skills = find_skills() if team.x_assign_by == 'skill' else []
    users = team.x_member_ids.filtered('active').sorted('id')
    lines = {line.x_user_id.id: line for line in team.x_assign_line_ids}
    leaves = find_leaves(users, start, end)
    hours = {}
    roster = []
    for user in users:
        line = lines.get(user.id, team.x_assign_line_ids.browse())
        calendar = line.x_calendar_id or team.x_assign_calendar_id
        if calendar.id not in hours:
            hours[calendar.id] = find_hours(calendar, start, end)
        member = {
            'id': user.id,
            'name': user.name,
            'weight': line.x_weight if line else 1,
            'cap': line.x_cap or team.x_assign_cap,
            'skills': [],
            'hours': hours[calendar.id],
            'leaves': leaves[user.id],
            'back': line.x_away_until,
        }
        for about, known in skills:
            member['skills'].append((about, line[known].ids))
        if member['weight'] > 0:
            roster.append(member)
    return roster


def find_usual(tickets, users, since):
    # How many tickets of each of these customers' companies each user has solved.
    companies = tickets.x_partner_id.commercial_partner_id
    usual = {company.id: {} for company in companies}
    if not companies:
        return usual
    asked = [
        ('x_partner_id', 'child_of', companies.ids), ('x_user_id', 'in', users),
        ('x_state', '=', '{{done}}'), ('x_closed_at', '>=', since),
    ]
    for partner, user, count in env['x_support.ticket']._read_group(asked, ['x_partner_id', 'x_user_id'], ['__count']):
        solved = usual.get(partner.commercial_partner_id.id, {})
        solved[user.id] = solved.get(user.id, 0) + count
    return usual
