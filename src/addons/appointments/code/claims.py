def name_claims(user, begin, end):
    # One external id for each five minutes; and one for each day that it is near to, on which bookings of one person
    # meet each other, in whatever zone their days begin.
    names = []
    for day in range((begin - 43200) // 86400, (end + 43199) // 86400 + 1):
        names.append('day_%s_%s' % (user, day))
    for step in range(begin // 300, (end - 1) // 300 + 1):
        names.append('%s_%s' % (user, step))
    return sorted(names)


def find_claims(names):
    data = env['ir.model.data'].sudo()
    return data.search([('module', '=', '{{module}}'), ('name', 'in', names)])


def is_claimed(visit, names):
    # Whether somebody else has one of the steps. Days are everybody's.
    steps = [name for name in names if not name.startswith('day_')]
    for claim in find_claims(steps):
        if claim.res_id != visit.id:
            return True
    return False


def drop_claims(claims):
    # By SQL: as records Odoo would empty its caches in every process, which know nothing of them.
    if claims:
        env.flush_all()
        env.cr.execute('DELETE FROM ir_model_data WHERE id IN %s', [tuple(claims.ids)])
        claims.invalidate_recordset()


def hold_claims(visit, names):
    # What this visit holds from now on: no less and no more. PostgreSQL lets no two have the same: who comes second
    # cannot commit, is begun anew by Odoo, and then finds it taken.
    data = env['ir.model.data'].sudo()
    held = data.search([('module', '=', '{{module}}'), ('model', '=', visit._name), ('res_id', '=', visit.id)])
    drop_claims(held | find_claims([name for name in names if name.startswith('day_')]))
    lines = []
    for name in names:
        lines.append({'xml_id': '{{module}}.' + name, 'record': visit, 'noupdate': True})
    data._update_xmlids(lines)
