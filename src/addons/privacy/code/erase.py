def silent(model):
    # Nobody hears of it, no rule takes it for work, and no line in a chatter says what was there.
    return env[model].sudo().with_context({{silent}}, {{imported}}=True, tracking_disable=True, mail_notrack=True, active_test=False)


def list_texts(model, line):
    # Where words of people stand: whatever text or file there is, also what the organisation added, but for what says nothing
    # of anybody.
    names = []
    for field in env['ir.model.fields'].sudo().search([('model', '=', model), ('store', '=', True), ('state', '=', 'manual'), ('ttype', 'in', ['char', 'text', 'html', 'binary']), ('related', '=', False), ('compute', '=', False)]):
        if field.name not in line['keeps']:
            names.append(field.name)
    return names


def clear_messages(messages, word):
    # Who wrote when stays; what they said, and what it came with, goes.
    if not messages:
        return
    values = env['mail.tracking.value'].sudo().search([('mail_message_id', 'in', messages.ids)])
    values.filtered(lambda value: value.field_id.ttype in ('char', 'text', 'html', 'many2many') or value.field_id.relation == 'res.partner').unlink()
    mails = env['mail.mail'].sudo().search([('mail_message_id', 'in', messages.ids)])
    if mails:
        # Else the message would go with its mail.
        mails.write({'is_notification': True})
        mails.unlink()
    env['mail.notification'].sudo().search([('mail_message_id', 'in', messages.ids)]).unlink()
    messages.mapped('attachment_ids').unlink()
    nothing = {'subject': False, 'email_from': False, 'reply_to': False, 'record_name': False, 'message_id': False}
    for field in env['ir.model.fields'].sudo().search([('model', '=', 'mail.message'), ('state', '=', 'manual'), ('ttype', 'in', ['char', 'text', 'html'])]):
        nothing[field.name] = False
    said = messages.filtered('body')
    said.write(dict(nothing, body='<p>%s</p>' % word))
    (messages - said).write(nothing)


def clear_around(model, ids, word):
    # What hangs on records of whatever kind.
    clear_messages(env['mail.message'].sudo().search([('model', '=', model), ('res_id', 'in', ids)]), word)
    env['ir.attachment'].sudo().search([('res_model', '=', model), ('res_id', 'in', ids), ('res_field', '=', False)]).unlink()
    env['mail.activity'].sudo().search([('res_model', '=', model), ('res_id', 'in', ids)]).unlink()
    env['rating.rating'].sudo().search([('res_model', '=', model), ('res_id', 'in', ids)]).write({'feedback': False})


def cut_off(rows, fields):
    # Whose it was: their company’s, or nobody’s. Past what Odoo would work out anew: the figures stay as they are.
    for field in env['ir.model.fields'].sudo().search([('model', '=', rows._name), ('name', 'in', fields), ('ttype', '=', 'many2one')]).mapped('name'):
        linked = rows.filtered(field)
        if linked:
            values = []
            for row in linked:
                company = row[field].commercial_partner_id
                values.append({field: company.id if company != row[field] and company.is_company else None})
            linked._write_multi(values)
            linked.invalidate_recordset([field])


def clear_records(name, ids, lines, word, cuts):
    # What becomes of records that belong to somebody; how many there were.
    line = lines[name]
    rows = silent(name).browse(ids).exists()
    if not rows:
        return 0
    if line['end'] != 'keep':
        clear_around(name, rows.ids, word)
    if line['end'] == 'delete':
        rows.unlink()
        return len(ids)
    values = {}
    for field in list_texts(name, line):
        values[field] = word if field in line['words'] else False
    for field in line['names']:
        values[field] = [(5, 0, 0)] if line['names'][field] == 'many2many' else False
    if line['end'] == 'clear' and values:
        rows.write(values)
    if cuts:
        fields = []
        for field in line['of']:
            if line['of'][field] == 'res.partner':
                fields.append(field)
        cut_off(rows, fields)
    return len(ids)


def remember(names, kind):
    # So that no import brings them back.
    if 'x_support.forgotten' in env:
        known = env['x_support.forgotten'].sudo()
        there = known.search([('x_key', 'in', names)]).mapped('x_key')
        new = []
        for name in leave_out(join(names, []), there):
            new.append({'x_key': name, 'x_kind': kind})
        known.create(new)


def erase_tickets(tickets, lines, word, cuts):
    # These tickets with all that belongs to them: numbers, dates and measures stay. How much it was, by model.
    begin = {'x_support.ticket': tickets.ids}
    found = gather(lines, begin)
    names = name_records(begin)
    everything = add_found(dict(begin), found)
    found = add_found(found, find_by_identity(lines, env['res.partner'].sudo().browse(), name_records(everything)))
    remember(names, 'ticket')
    counts = {}
    # What belongs to something goes before it.
    for name in sorted(found):
        if name != 'x_support.ticket':
            counts[name] = clear_records(name, found[name], lines, word, cuts)
    counts['x_support.ticket'] = clear_records('x_support.ticket', tickets.ids, lines, word, cuts)
    followers = env['mail.followers'].sudo().search([('res_model', '=', 'x_support.ticket'), ('res_id', 'in', tickets.ids)])
    followers.filtered(lambda one: one.partner_id.partner_share).unlink()
    silent('x_support.ticket').browse(tickets.ids).write({'x_forgotten_at': datetime.datetime.now()})
    return counts
