{{clock}}


def is_late(facts, terms, calendar, known, find_openings, find_due):
    # Whether a closed ticket would have missed a target.
    opened = int(facts[0][0])
    closed = int([fact for fact in facts if fact[1] == 'done'][-1][0])
    asked = opened
    runs = []
    since = None
    pending = 1
    for fact in facts:
        moment = int(fact[0])
        if fact[1] in ('run', 'wait', 'hold', 'visit', 'done'):
            if since is not None:
                runs.append((since, moment))
            since = moment if fact[1] == 'run' else None
        if fact[1] in ('answered', 'done') and pending:
            spans = [(opened, moment)] if pending == 1 else []
            for begin, end in runs + ([(since, moment)] if since is not None else []):
                if pending == 2 and end > asked:
                    spans.append((max(begin, asked), end))
            budget = int(terms[pending])
            if budget and find_due(calendar, spans, budget, known, find_openings)[0] not in (None, moment):
                return True
            pending = 0
        if fact[1] == 'asked':
            asked = moment
            pending = 2
    return bool(int(terms[3]) and find_due(calendar, runs, int(terms[3]), known, find_openings)[0] not in (None, closed))


known = {}
begin = datetime.datetime(1970, 1, 1)
second = int((datetime.datetime.now() - begin).total_seconds())
tickets = env['x_support.ticket'].sudo().with_context(active_test=False)
calendars = env['resource.calendar'].sudo()
lang = env.user.lang
# As if it held, and were saved and applied.
policies = env['x_support.sla'].search(['|', ('x_active', '=', True), ('id', '=', record.id)])
limit = {{limit}}
moved = 0
overdue = 0
open_tickets = tickets.search([('x_state', '!=', '{{done}}'), ('x_sla_ledger', '!=', False)], order='id desc', limit=limit)
for ticket in open_tickets:
    kept = [line.split(' ') for line in ticket.x_sla_ledger.split('\n')]
    facts = [line for line in kept if line[1] not in ('due', 'left', 'seen')]
    held = sorted([line for line in kept if line[1] in ('due', 'left')])
    policy = find_policy(ticket, policies, is_about)
    terms = render_terms(policy)
    targets = find_targets(unfold_visits(facts), terms, calendars.browse([int(terms[0])] if int(terms[0]) else []), known, find_openings, find_due)
    would = sorted([[str(left), 'left', target] if due is None else [str(due), 'due', target] for target, due, left in targets])
    if would != held:
        moved += 1
        earliest = [int(line[0]) for line in would if line[1] == 'due']
        if earliest and min(earliest) < second and not (ticket.x_sla_deadline and ticket.x_sla_deadline < datetime.datetime.now()):
            overdue += 1
closed_tickets = tickets.search([('x_state', '=', '{{done}}'), ('x_closed_at', '>=', datetime.datetime.now() - datetime.timedelta(days=90)), ('x_sla_ledger', '!=', False)], order='id desc', limit=limit)
late = 0
missed = 0
for ticket in closed_tickets:
    facts = [line.split(' ') for line in ticket.x_sla_ledger.split('\n')]
    if ' missed ' in ticket.x_sla_ledger:
        missed += 1
    terms = render_terms(find_policy(ticket, policies, is_about))
    if is_late(unfold_visits(facts), terms, calendars.browse([int(terms[0])] if int(terms[0]) else []), known, find_openings, find_due):
        late += 1
lines = [
    say('sla.preview.open', lang, {'moved': moved, 'open': len(open_tickets), 'overdue': overdue}),
    say('sla.preview.closed', lang, {'late': late, 'closed': len(closed_tickets), 'missed': missed}),
]
if limit in (len(open_tickets), len(closed_tickets)):
    lines.append(say('sla.preview.newest', lang, {'limit': limit}))
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {
        'title': say('sla.preview.title', lang, {'name': record.x_name}),
        'message': ' '.join(lines),
        'sticky': True,
        'type': 'info',
    },
}
