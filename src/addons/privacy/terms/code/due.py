def months_before(moment, months):
    # The same day so many months ago; of the last days of a month the 28th, so that nothing goes too early.
    total = moment.year * 12 + moment.month - 1 - months
    return datetime.datetime(total // 12, total % 12 + 1, min(moment.day, 28), moment.hour, moment.minute)


def find_categories(term):
    # An addon that may be off brings them.
    return term['x_category_ids'].ids if 'x_category_ids' in term._fields else []


def read_term(term):
    return [term.x_months, term.x_end, term.x_team_ids.ids, term.x_sequence, term.id, find_categories(term)]


def find_due(term, terms, moment):
    # The domain of tickets whose time has come by a term, as `read_term` gives it, and not by one before it. None where another
    # holds for all.
    months, end, teams, sequence, own, categories = term
    domain = [('x_state', '=', 'done'), ('x_closed_at', '!=', False), ('x_closed_at', '<=', months_before(moment, months)), ('x_is_kept', '=', False)]
    if end == 'archive':
        domain += [('x_active', '=', True)]
    if end == 'anonymise':
        domain += [('x_forgotten_at', '=', False)]
    if teams:
        domain += [('x_team_id', 'in', teams)]
    if categories:
        domain += [('x_category_id', 'child_of', categories)]
    for one in terms:
        if one.id != own and (one.x_sequence, one.id) < (sequence, own or 10 ** 9):
            of_others = ['|', ('x_team_id', '=', False), ('x_team_id', 'not in', one.x_team_ids.ids)] if one.x_team_ids else []
            if find_categories(one):
                of_others = (['|'] if of_others else []) + of_others + ['|', ('x_category_id', '=', False), '!', ('x_category_id', 'child_of', find_categories(one))]
            if not of_others:
                return None
            domain += of_others
    return domain
