def count_time(calendar, spans, known, find_openings):
    # Seconds of working time in spans of time; where there are no hours, all of them.
    total = 0
    for begin, end in spans:
        if not calendar:
            total += max(0, end - begin)
            continue
        at = begin
        while at < end:
            for opens, closes in find_openings(calendar, at, known):
                total += max(0, min(closes, end) - max(opens, begin))
            at = (at // 1814400 + 1) * 1814400
    return total


def measure(facts, calendar, known, find_openings, count_time):
    # What the facts of a ledger come to, visits unfolded: minutes of working time, None for what is not judged.
    opened = int(facts[0][0])
    clock = [fact for fact in facts if fact[1] in ('run', 'wait', 'hold', 'visit', 'done')]
    turns = [fact for fact in facts if fact[1] in ('asked', 'answered', 'done')]
    runs = []
    ended = 0
    reopenings = 0
    for index in range(len(clock)):
        begin = int(clock[index][0])
        end = int(clock[index + 1][0]) if index + 1 < len(clock) else None
        if clock[index][1] == 'run':
            runs.append((begin, end))
        if clock[index][1] == 'done':
            ended += 1
            reopenings += 0 if end is None else 1
    waits = []
    for index in range(len(turns)):
        if turns[index][1] == 'answered':
            until = int(turns[index][0])
            if index == 0:
                # Nobody waits for a customer who has heard nothing yet: this clock never stops.
                waits.append(count_time(calendar, [(opened, until)], known, find_openings))
            else:
                since = int(turns[index - 1][0])
                spans = []
                for begin, end in runs:
                    ends = until if end is None else min(end, until)
                    if max(begin, since) < ends:
                        spans.append((max(begin, since), ends))
                waits.append(count_time(calendar, spans, known, find_openings))
    found = {'first': None, 'answer': None, 'solution': None, 'reopened': None, 'answers': len(waits), 'reopenings': reopenings}
    if turns and turns[0][1] == 'answered':
        found['first'] = (waits[0] + 30) // 60
    if waits:
        found['answer'] = (sum(waits) + 30 * len(waits)) // (60 * len(waits))
    if clock[-1][1] == 'done':
        found['solution'] = (count_time(calendar, runs, known, find_openings) + 30) // 60
    if ended:
        found['reopened'] = 6000 if reopenings else 0
    return found


def judge_promises(facts):
    # Whether targets were kept: [all of them, the first answer], None for what was not promised or is not settled yet.
    promised = [fact for fact in facts if fact[1] == 'terms']
    turns = [fact for fact in facts if fact[1] in ('asked', 'answered', 'done')]
    clock = [fact for fact in facts if fact[1] in ('run', 'wait', 'hold', 'visit', 'done')]
    missed = [fact[2] for fact in facts if fact[1] == 'missed']
    kept = None
    first = None
    if clock[-1][1] == 'done' and [fact for fact in promised if fact[4:7] != ['0', '0', '0']]:
        kept = 0 if missed else 6000
    promised = [fact for fact in promised if int(fact[4])]
    if turns and promised and int(promised[0][0]) <= int(turns[0][0]):
        first = 0 if 'first' in missed else 6000
    return [kept, first]


def tell_facts(opened, said, closed, person, machines):
    # A ledger's facts for a ticket that has none: what was said on it, and when it was done.
    facts = [[str(opened), 'run']]
    for moment, author in said:
        if author.id in machines or closed is not None and moment > closed:
            continue
        turns = [fact[1] for fact in facts if fact[1] in ('asked', 'answered')]
        second = str(max(opened, moment))
        if author and not author.partner_share and author != person:
            if not turns or turns[-1] == 'asked':
                facts.append([second, 'answered'])
        elif turns and turns[-1] == 'answered':
            facts.append([second, 'asked'])
    if closed is not None:
        facts.append([str(max(opened, closed)), 'done'])
    return facts
