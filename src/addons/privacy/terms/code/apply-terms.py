# A batch of the tickets whose time has come, each term in its order; a transaction, so it may die at any point.
{{lines}}


{{erase}}


{{due}}


def keep_figures(tickets):
    # What they add to the figures of their month and team.
    sums = {}
    for ticket in tickets:
        closed = ticket.x_closed_at
        line = sums.setdefault('%s %s' % (str(closed)[:7], ticket.x_team_id.id or 0), {'x_tickets': 0, 'x_rated': 0, 'x_stars': 0, 'x_answered': 0, 'x_first_hours': 0.0, 'x_solved': 0, 'x_solution_hours': 0.0, 'x_promised': 0, 'x_kept': 0, 'x_hours': 0.0})
        line['x_tickets'] += 1
        stars = int(ticket.x_rating or '0')
        if stars:
            line['x_rated'] += 1
            line['x_stars'] += stars
        if 'x_figures_id' in ticket._fields:
            for judged, count, value, total in (('x_first_id', 'x_answered', 'x_first_hours', 'x_first_hours'), ('x_solution_id', 'x_solved', 'x_solution_hours', 'x_solution_hours')):
                if ticket[judged]:
                    line[count] += 1
                    line[total] += ticket[value]
            if ticket['x_kept_id']:
                line['x_promised'] += 1
                line['x_kept'] += 1 if ticket['x_kept_share'] > 50 else 0
        if 'x_time_hours' in ticket._fields:
            line['x_hours'] += ticket['x_time_hours']
    kept = env['x_support.kept_figures'].sudo()
    for key in sorted(sums):
        month, team = key.split(' ')
        team = int(team) or False
        found = kept.search([('x_name', '=', month), ('x_team_id', '=', team)], limit=1)
        line = sums[key]
        if found:
            values = {}
            for name in line:
                values[name] = found[name] + line[name]
            found.write(values)
        else:
            kept.create(dict(line, x_name=month, x_month=month + '-01', x_team_id=team))


def delete_tickets(tickets, lines, word):
    # Whatever stays of an emptied ticket goes, too; visits lose it.
    keep_figures(tickets)
    erase_tickets(tickets, lines, word, True)
    if 'x_support.appointment' in env:
        env['x_support.appointment'].sudo().with_context(active_test=False, {{silent}}).search([('x_ticket_id', 'in', tickets.ids)]).write({'x_ticket_id': False})
    silent('x_support.ticket').browse(tickets.ids).unlink()


def without_blocked(tickets, lines):
    # A ticket with a visit that is to come is not through yet.
    blocked = []
    for name in sorted(lines):
        if name != 'x_support.ticket' and lines[name]['blocks']:
            for field in lines[name]['of']:
                if lines[name]['of'][field] == 'x_support.ticket':
                    rows = search_all(name, [(field, 'in', tickets.ids)] + [tuple(leaf) for leaf in lines[name]['blocks']])
                    blocked += rows.mapped(field).ids
    return tickets.filtered_domain([('id', 'not in', blocked)])


asked = env.context['{{asked}}']
now = datetime.datetime.now()
everything = env['x_support.ticket'].sudo().with_context(active_test=False)
terms = model.sudo().search([])
on = terms.filtered('x_is_on')
found = 0
done = 0
# How far one term came says nothing of the next one.
at = asked.get('term') or on[:1].id
last = asked.get('after') or 0
begin = on.ids.index(at) if at in on.ids else len(on)
for term in on[begin:]:
    if term.id != at:
        at = term.id
        last = 0
    domain = find_due(read_term(term), terms, now)
    if domain is None:
        continue
    if asked['do'] == 'look':
        found += everything.search_count(domain, limit=1)
        continue
    tickets = everything.search(domain + [('id', '>', last)], order='id', limit=asked['limit'])
    if not tickets:
        continue
    found = len(tickets)
    last = tickets[-1].id
    lines = read_lines()
    word = say('privacy.removed', env.company.partner_id.lang or 'en_US', {})
    tickets = without_blocked(tickets, lines)
    done = len(tickets)
    if tickets and term.x_end == 'archive':
        silent('x_support.ticket').browse(tickets.ids).write({'x_active': False})
    elif tickets and term.x_end == 'anonymise':
        erase_tickets(tickets, lines, word, True)
    elif tickets:
        delete_tickets(tickets, lines, word)
    term.with_context(supportdesk_term_switch=True).write({'x_last_run_at': now, 'x_done_count': term.x_done_count + done})
    break
action = {'found': found, 'done': done, 'term': at or 0, 'last': last}
