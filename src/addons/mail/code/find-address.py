def find_address(team, company):
    # The team's own; where it has none, that whose mails become its tickets, then anybody's, then the company's.
    if team.x_email:
        return team.x_email
    ours = [('alias_model_id.model', 'in', ['x_support.intake', 'x_support.ticket']), ('alias_name', '!=', False), ('alias_force_thread_id', '=', 0)]
    theirs = ''
    anybodys = ''
    for alias in env['mail.alias'].sudo().search(ours, order='id'):
        if team and "'x_team_id': %s}" % team.id in alias.alias_defaults.replace(',', '}'):
            theirs = theirs or alias.alias_full_name
        # Of a domain that is another company's none is anybody's.
        elif 'x_team_id' not in alias.alias_defaults and (not alias.alias_domain_id.company_ids or company in alias.alias_domain_id.company_ids):
            anybodys = anybodys or alias.alias_full_name
    return theirs or anybodys or company.email or ''
