def find_rule(team, rules):
    # A team's own, and where it has none the one that names no team.
    for rule in rules:
        if team and rule.x_team_id == team:
            return rule
    for rule in rules:
        if not rule.x_team_id:
            return rule
    return rules.browse()
