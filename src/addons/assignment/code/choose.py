def is_there(member, moment):
    at = moment.timestamp()
    if member['back'] and moment.date() < member['back']:
        return False
    for start, end in member['leaves']:
        if start <= at and at < end:
            return False
    if member['hours'] is None:
        return True
    for start, end in member['hours']:
        if start <= at and at < end:
            return True
    return False


def take_turn():
    # A sequence of PostgreSQL's own: nobody waits for it, and no two get the same.
    if sequence:
        return int(sequence.next_by_id())
    counted['turns'] += 1
    return counted['turns']


def pick_turn(members):
    # Everybody as often as they weigh, and as evenly as that goes.
    key = ' '.join([str(member['id']) for member in members])
    if key not in orders:
        places = []
        for position, member in enumerate(members):
            for turn in range(member['weight']):
                places.append(((turn + 0.5) / member['weight'], position))
        orders[key] = [position for place, position in sorted(places, key=lambda place: place[0])]
    return members[orders[key][take_turn() % len(orders[key])]]


def pick_least(members):
    # Who has fewest open tickets for what they weigh; of several, in turn.
    lowest = min([load[member['id']] / member['weight'] for member in members])
    least = []
    for member in members:
        if load[member['id']] / member['weight'] == lowest:
            least.append(member)
    return least[take_turn() % len(least)] if len(least) > 1 else least[0]


def pick_most(members, scores):
    # Of those with the highest score; nobody where that is nothing.
    most = 0
    best = []
    for member in members:
        score = scores.get(member['id'], 0)
        if score > most:
            most = score
            best = []
        if most and score == most:
            best.append(member)
    return [pick_least(best), most] if best else [None, 0]


def knows(known, wanted):
    # Who knows a group knows all that belongs to it; a tree is as deep as people make it.
    for depth in range(20):
        if not wanted or wanted.id in known:
            return bool(wanted)
        wanted = wanted.x_parent_id if 'x_parent_id' in wanted._fields else wanted.browse()
    return False


def score_skills(ticket, members):
    scores = {}
    for member in members:
        scores[member['id']] = 0
        for about, known in member['skills']:
            for wanted in ticket[about]:
                scores[member['id']] += 1 if knows(known, wanted) else 0
    return scores


def choose(ticket, moment):
    # Who takes the ticket, by which rule, and a number that its note names.
    free = []
    others = []
    for member in roster:
        # Whom it was taken from is not whom it goes to.
        if member['id'] == left.get(ticket.id):
            continue
        others.append(member)
        if is_there(member, moment) and not (member['cap'] and load[member['id']] >= member['cap']):
            free.append(member)
    rule = team.x_assign_by
    scores = {}
    if rule == 'skill':
        scores = score_skills(ticket, free)
    if rule == 'customer':
        scores = usual.get(ticket.x_partner_id.commercial_partner_id.id, {})
    best, score = pick_most(free, scores)
    if best:
        return [best, rule, score]
    if free and rule == 'round_robin':
        return [pick_turn(free), 'turn', 0]
    if free:
        return [pick_least(free), 'least', 0]
    if team.x_assign_fallback == 'anyone' and others:
        return [pick_turn(others), 'anyone', 0]
    leader = team.x_leader_id
    if team.x_assign_fallback == 'leader' and leader.active:
        return [{'id': leader.id, 'name': leader.name, 'cap': 0}, 'leader', 0]
    return [None, 'nobody', 0]
