def try_together(ids, work, done, refused):
    # Of a group of which one is refused nothing is done: then each half by itself, down to the one that it is. `work` answers
    # those that it left as they are: [id, why].
    savepoint = env.cr.savepoint()
    try:
        left = work(ids)
        savepoint.close(rollback=False)
        refused += left
        names = [one[0] for one in left]
        for number in ids:
            if number not in names:
                done.append(number)
    except Exception as problem:
        savepoint.close(rollback=True)
        # Where two changed the same at once nothing counts, and Odoo begins anew.
        if 'serialize' in str(problem) or 'deadlock' in str(problem):
            raise problem
        if len(ids) == 1:
            refused.append([ids[0], str(problem)[:300]])
        else:
            half = len(ids) // 2
            try_together(ids[:half], work, done, refused)
            try_together(ids[half:], work, done, refused)
