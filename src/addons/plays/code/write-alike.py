def write_alike(tickets, wanted):
    # Those that get the same in one go: what Odoo works out behind a write it works out for all of them at once.
    groups = {}
    for ticket in tickets:
        values = wanted[ticket.id]
        if values:
            key = str(sorted(values.items(), key=lambda pair: pair[0]))
            if key not in groups:
                groups[key] = [values, []]
            groups[key][1].append(ticket.id)
    for values, ids in groups.values():
        tickets.browse(ids).write(values)
