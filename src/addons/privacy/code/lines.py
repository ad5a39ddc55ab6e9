def join(some, others):
    # Each once, in order.
    return sorted(dict([(one, True) for one in list(some) + list(others)]).keys())


def leave_out(some, others):
    gone = dict([(one, True) for one in others])
    left = []
    for one in some:
        if one not in gone:
            left.append(one)
    return left


def read_lines():
    # What addons say that they hold of customers, by model; several may have something in one.
    lines = {}
    for parameter in env['ir.config_parameter'].sudo().search([('key', '=like', 'supportdesk.personal.%')], order='key'):
        for said in json.loads(parameter.value):
            if said['model'] not in env:
                continue
            line = lines.setdefault(said['model'], {'of': {}, 'names': {}, 'addresses': [], 'externalIds': [], 'keeps': [], 'words': [], 'shows': [], 'hides': [], 'end': '', 'why': '', 'blocks': []})
            for key in ('of', 'names'):
                line[key].update(said[key])
            for key in ('addresses', 'externalIds', 'keeps', 'words', 'hides'):
                line[key] += said[key]
            line['shows'] = 'all' if 'all' in (said['shows'], line['shows']) else line['shows'] + said['shows']
            for key in ('end', 'why', 'blocks'):
                line[key] = said.get(key) or line[key]
    return lines


def find_persons(contacts):
    # Whom a request is about: a contact with its addresses, which are contacts of their own to Odoo.
    everyone = env['res.partner'].sudo().with_context(active_test=False)
    return everyone.browse(contacts.ids) | everyone.search([('parent_id', 'in', contacts.ids), ('type', '!=', 'contact')])


def find_users(persons):
    return env['res.users'].sudo().with_context(active_test=False).search([('partner_id', 'in', persons.ids)])


def search_all(model, domain):
    return env[model].sudo().with_context(active_test=False).search(domain, order='id')


def find_owned(lines, model, ids):
    # What belongs to these records, a recordset for each model and field by which it does.
    found = []
    for name in sorted(lines):
        for field in sorted(lines[name]['of']):
            leads = lines[name]['of'][field]
            if leads == model:
                found.append(search_all(name, [(field, 'in', ids)]))
            elif not leads:
                # A field without a model of its own says it in its value.
                values = []
                for one in ids:
                    values.append('%s,%s' % (model, one))
                found.append(search_all(name, [(field, 'in', values)]))
    return found


def gather(lines, begin):
    # What belongs to these, what belongs to that, and so on: ids by model, without those that it begins with.
    known = {}
    for name in begin:
        known[name] = list(begin[name])
    found = {}
    queue = sorted(begin.items())
    while queue:
        model, ids = queue[0]
        queue = queue[1:]
        for rows in find_owned(lines, model, ids):
            new = leave_out(rows.ids, known.get(rows._name, []))
            if new:
                known[rows._name] = join(known.get(rows._name, []), new)
                found[rows._name] = join(found.get(rows._name, []), new)
                queue.append((rows._name, new))
    return found


def find_by_identity(lines, persons, names):
    # What is found by an address, or by the external id of something that is theirs.
    addresses = sorted(set([one for one in persons.mapped('email_normalized') if one]))
    found = {}
    for name in sorted(lines):
        ids = []
        for field in lines[name]['addresses']:
            if addresses:
                ids = join(ids, search_all(name, [(field, 'in', addresses)]).ids)
        for field in lines[name]['externalIds']:
            if names:
                ids = join(ids, search_all(name, [(field, 'in', names)]).ids)
        if ids:
            found[name] = ids
    return found


def name_records(records_by_model):
    # The external ids that imports know them by.
    names = []
    for model in sorted(records_by_model):
        for one in search_all('ir.model.data', [('module', '=like', '\\_\\_%'), ('model', '=', model), ('res_id', 'in', records_by_model[model])]):
            names.append('%s.%s' % (one.module, one.name))
    return names


def add_found(found, more):
    for name in more:
        found[name] = join(found.get(name, []), more[name])
    return found


def find_people(lines, persons):
    # All that is theirs besides what belongs to their tickets: ids by model. Their tickets are among it.
    found = gather(lines, {'res.partner': persons.ids})
    begin = dict(found)
    begin['res.partner'] = persons.ids
    found = add_found(found, find_by_identity(lines, persons, name_records(begin)))
    return add_found(found, gather(lines, dict(found)))
