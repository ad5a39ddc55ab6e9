# Odoo runs this once for each record of a write. The first takes along those that are still to come, so that the others find
# nothing left to do.
written = env.context.get('old_values') or {}
if record.id in written:
    mark = '{{id}}'
    if mark in written[record.id]:
        records = records.browse()
    else:
        rule = env.ref(mark).id
        # As Odoo keeps whom it runs for, so that nothing runs for itself.
        chosen = [done.ids for one, done in env.context['__action_done'].items() if one.id == rule][0]
        records = records.browse([number for number in chosen[chosen.index(record.id):] if number in written and mark not in written[number]])
        for number in records.ids:
            written[number][mark] = True
