{{clock}}


known = {}
machines = None
begin = datetime.datetime(1970, 1, 1)
# All that a call does happens in one second, however long it takes.
second = int((self.env.cr.now() - begin).total_seconds())
for record in self:
    kept = [line.split(' ') for line in (record.x_sla_ledger or '').split('\n') if line]
    facts = [line for line in kept if line[1] not in ('due', 'left', 'seen')]
    seen = max([int(line[0]) for line in kept if line[1] == 'seen'] or [0])
    state = 'done' if record.x_state == '{{done}}' else 'run' if not ({{stops}}) else 'wait' if record.x_state == '{{waiting}}' else 'hold'
    # An appointment that is agreed holds the clock until then, where nothing else does.
    visit = {{visit}}
    now_on = [state]
    if state == 'run' and visit and int((visit - begin).total_seconds()) > second:
        now_on = ['visit', str(int((visit - begin).total_seconds()))]
    if not facts:
        # A ticket that was there before, or was opened elsewhere, keeps its own dates.
        made = record.create_date and record.create_date.replace(microsecond=0)
        if made and (made < record.env.cr.now().replace(microsecond=0) or record.x_opened_at and record.x_opened_at < made):
            record['x_sla_ledger'] = False
            continue
        facts = [[str(second)] + (['run'] if state == 'done' else now_on)]
    held = len(kept) and len(facts)

    # What was said since: the first public word of the desk that no machine wrote, and what the customer asked after it.
    opened = int(facts[0][0])
    message = record.x_last_message_id
    if record.ids and message and (message.id > seen or len(self) == 1):
        said = record.env['mail.message'].search([('model', '=', 'x_support.ticket'), ('res_id', '=', record.ids[0]), ('id', '>', seen), {{spoken}}], order='id')
        if machines is None:
            workers = record.env.ref('{{service}}').users - record.env.ref('{{technicians}}').users
            machines = (record.env.ref('base.partner_root') | workers.mapped('partner_id')).ids
        for word in said:
            seen = max(seen, word.id)
            author = word.author_id
            if author.id in machines:
                continue
            moment = str(min(second, max(opened, int((word.date - begin).total_seconds()))))
            turns = [fact[1] for fact in facts if fact[1] in ('asked', 'answered', 'done')]
            if author and not author.partner_share and author != record.x_partner_id:
                if not turns or turns[-1] == 'asked':
                    facts.append([moment, 'answered'])
            elif turns and turns[-1] != 'asked':
                facts.append([moment, 'asked'])

    clock = [fact for fact in facts if fact[1] in ('run', 'wait', 'hold', 'visit', 'done')]
    if len(clock) > 1 and clock[-1][0] == str(second) and clock[-1][1] != 'done' and clock[-1][1:] != now_on:
        # What held for no second never held: a stage is written, and then the status that it means.
        held -= 1 if clock[-1] in facts[:held] else 0
        facts.remove(clock[-1])
        clock = clock[:-1]
    since = clock[-1][1:]
    if since[0] == 'visit' and int(since[1]) <= second:
        since = ['run']
    if since != now_on:
        facts.append([str(second)] + now_on)

    # What was due under the terms that held until now, and passed while it was open, stays missed.
    news = facts[held:]
    for line in kept:
        if line[1] == 'due':
            ended = second
            for fact in news:
                if fact[1] == 'done' or fact[1] == 'answered' and line[2] != 'solution':
                    ended = min(ended, int(fact[0]))
            if int(line[0]) < ended and not is_missed(facts, line[2], line[0]):
                facts.append([line[0], 'missed', line[2]])

    policy = record.x_sla_id
    terms = [str(policy.id or 0)] + render_terms(policy)
    agreed = [fact for fact in facts if fact[1] == 'terms']
    if state != 'done' and (not agreed or agreed[-1][2:] != terms):
        if agreed and agreed[-1][0] == str(second):
            # Nor did these terms.
            facts.remove(agreed[-1])
        facts.append([str(second), 'terms'] + terms)

    open_targets = []
    if state != 'done':
        calendar = policy.x_calendar_id.browse([int(terms[1])] if int(terms[1]) else [])
        for target, due, left in find_targets(unfold_visits(facts), terms[1:], calendar, known, find_openings, find_due):
            if due is None:
                open_targets.append([str(left), 'left', target])
                continue
            open_targets.append([str(due), 'due', target])
            if due < second and not is_missed(facts, target, due):
                facts.append([str(due), 'missed', target])
    if seen:
        open_targets.append([str(seen), 'seen'])
    ledger = '\n'.join([' '.join(line) for line in facts + open_targets])
    if ledger != record.x_sla_ledger:
        record['x_sla_ledger'] = ledger
