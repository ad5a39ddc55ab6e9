def play_group(numbers, play, own, run, later, done, refused):
    # Of a group of which one is refused nothing is done: then each half by itself, down to the one that it is.
    savepoint = env.cr.savepoint()
    try:
        stay = play_tickets(env['x_support.ticket'].browse(numbers), play, own, run, later)
        savepoint.close(rollback=False)
        refused += stay
        names = [one[0] for one in stay]
        for number in numbers:
            if number not in names:
                done.append(number)
    except Exception as problem:
        savepoint.close(rollback=True)
        # Where two changed the same at once nothing counts, and Odoo begins anew.
        if 'serialize' in str(problem) or 'deadlock' in str(problem):
            raise problem
        if len(numbers) == 1:
            refused.append([numbers[0], str(problem)[:300]])
        else:
            half = len(numbers) // 2
            play_group(numbers[:half], play, own, run, later, done, refused)
            play_group(numbers[half:], play, own, run, later, done, refused)


def play_all(numbers, play, own, run, chunk):
    done = []
    refused = []
    later = datetime.datetime.now() + datetime.timedelta(seconds=60) if len(numbers) > {{few}} else False
    for place in range(0, len(numbers), chunk):
        play_group(numbers[place:place + chunk], play, own, run, later, done, refused)
    return [done, refused]
