# What an archive holds of somebody, a page at a time, in the reader’s language. Asked for `tickets` it tells of these with
# all that belongs to them; else of the contact itself; and with `words` of what they said on what is not theirs.
{{lines}}


DERIVED = ('create_uid', 'write_uid', 'write_date', '__last_update', 'message_main_attachment_id', 'signup_type', 'signup_token', 'company_id', 'barcode', 'color', 'x_import_hash')
KINDS = ('char', 'text', 'html', 'selection', 'boolean', 'integer', 'float', 'monetary', 'date', 'datetime', 'many2one', 'many2many')


def list_fields(model, line, lang):
    # What is kept of a record and says something: [name, label, type, whether customers read it, labels of a selection].
    shown = line['shows'] if line else 'all'
    listed = []
    for field in env['ir.model.fields'].sudo().with_context(lang=lang).search([('model', '=', model), ('store', '=', True), ('ttype', 'in', KINDS)], order='name'):
        if field.name in DERIVED or field.name == 'id' or line and field.name in line['hides']:
            continue
        labels = dict([(one.value, one.name) for one in field.selection_ids]) if field.ttype == 'selection' else {}
        listed.append([field.name, field.field_description, field.ttype, shown == 'all' or field.name in shown, labels])
    return listed


def describe_value(value, kind, labels):
    if kind in ('many2one', 'many2many'):
        return ', '.join([one.display_name or '' for one in value]) if value else False
    if kind == 'selection':
        return labels.get(value, value) or False
    if kind in ('date', 'datetime'):
        return str(value)[:19] if value else False
    return value


def describe(records, line, lang):
    told = []
    fields = list_fields(records._name, line, lang)
    called = env['ir.model'].sudo().with_context(lang=lang).search([('model', '=', records._name)]).name
    for record in records.with_context(lang=lang):
        values = []
        for name, label, kind, shown, labels in fields:
            value = describe_value(record[name], kind, labels)
            if value or kind == 'boolean' and value is not None:
                values.append({'name': name, 'label': label, 'type': kind, 'value': value, 'is_shown': shown})
        told.append({'model': records._name, 'called': called, 'id': record.id, 'title': '' if (record.display_name or '').startswith(records._name + ',') else record.display_name or '', 'created': str(record.create_date)[:19], 'is_shown': not line or bool(line['shows']), 'fields': values})
    return told


def describe_messages(messages, shown_models):
    told = []
    public = messages.filtered_domain([{{public}}])
    for message in messages:
        words = message.body or ''
        if not words and not message.attachment_ids and not message.subject:
            continue
        told.append({
            'id': message.id,
            'model': message.model or '',
            'record': message.res_id or 0,
            'on': message.record_name or '',
            'date': str(message.date)[:19],
            'author': message.author_id.display_name or message.email_from or '',
            'email': message.email_from or '',
            'subject': message.subject or '',
            'body': words,
            'is_shown': message in public and message.model in shown_models,
            'files': message.attachment_ids.ids,
        })
    return told


def describe_files(files, shown):
    told = []
    for file in files:
        told.append({
            'id': file.id,
            'name': file.name or '',
            'size': file.file_size or 0,
            'model': file.res_model or '',
            'record': file.res_id or 0,
            'is_shown': file.id in shown,
            'token': file.sudo().generate_access_token()[0],
        })
    return told


def read_page(found, messages, lines, lang):
    # Everything of these records: the ids of each model, and what was said.
    shown_models = ('x_support.ticket', 'x_support.appointment')
    records = []
    files = messages.mapped('attachment_ids')
    for name in sorted(found):
        rows = env[name].sudo().with_context(active_test=False).browse(found[name])
        records += describe(rows, lines.get(name), lang)
        files |= env['ir.attachment'].sudo().search([('res_model', '=', name), ('res_id', 'in', found[name]), ('res_field', '=', False)], order='id')
    public = messages.filtered_domain([{{public}}]).filtered(lambda one: one.model in ('x_support.ticket', 'x_support.appointment'))
    shown = public.mapped('attachment_ids').ids
    if found.get('x_support.ticket'):
        shown += env['x_support.ticket'].sudo().with_context(active_test=False).browse(found['x_support.ticket']).mapped('x_file_ids').ids
    return {'records': records, 'messages': describe_messages(messages, shown_models), 'files': describe_files(files, shown)}


def said_on(found):
    messages = env['mail.message'].sudo()
    for name in sorted(found):
        messages |= env['mail.message'].sudo().search([('model', '=', name), ('res_id', 'in', found[name])], order='date, id')
    return messages.sorted('date')


def add_refused(found, lines):
    # What is found by the external ids of all this.
    return add_found(found, find_by_identity(lines, env['res.partner'].sudo().browse(), name_records(found)))


asked = env.context['{{asked}}']
lang = asked['lang']
lines = read_lines()
contacts = env['res.partner'].sudo().with_context(active_test=False).browse(asked['contacts'])
pages = []
last = 0
if asked['part'] == 'tickets':
    size = 0
    for ticket in asked['tickets']:
        begin = {'x_support.ticket': [ticket]}
        found = add_refused(add_found(dict(begin), gather(lines, begin)), lines)
        page = read_page(found, said_on(found), lines, lang)
        pages.append(page)
        for message in page['messages']:
            size += len(message['body'])
        # The rest is asked for again: no answer grows with what customers wrote.
        if size > 2000000:
            break
elif asked['part'] == 'person':
    found = find_people(lines, contacts)
    theirs = {'x_support.ticket': found.get('x_support.ticket', [])}
    of_tickets = add_refused(add_found(gather(lines, theirs), theirs), lines)
    for name in of_tickets:
        found[name] = leave_out(found.get(name, []), of_tickets[name])
    found['res.partner'] = contacts.ids
    pages.append(read_page(found, said_on(found), lines, lang))
else:
    own = find_people(lines, contacts)
    own['res.partner'] = contacts.ids
    spoken = env['mail.message'].sudo().search([('author_id', 'in', contacts.ids), ('id', '>', asked['after']), ('message_type', 'in', ['comment', 'email', 'email_outgoing'])], order='id', limit=asked['limit'])
    last = spoken[-1:].id or 0
    elsewhere = spoken.browse()
    for message in spoken:
        if message.res_id not in own.get(message.model or '', []):
            elsewhere |= message
    pages.append(read_page({}, elsewhere, lines, lang))
action = {'pages': pages, 'last': last}
