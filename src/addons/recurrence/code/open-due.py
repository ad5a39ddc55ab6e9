{{fire_mail}}


{{words}}


{{open}}


{{read_rule}}


def find_due(record, now, most):
    # Its dates that have come: [date by the rule, day it is for]; of those whose day is past as many as it wants made up
    # for, and how many there were.
    rule = read_rule(record)
    finder = env.ref('{{dates}}').sudo()
    wanted = most if record.x_catch_up == 'each' else 1000
    due = []
    for nominal, real, moment in finder.with_context({{asked_dates}}={'rules': [rule], 'count': wanted}).run()['dates'][0]:
        if moment <= now:
            due.append([nominal, real])
    today = str(timezone('UTC').localize(datetime.datetime.strptime(now, '%Y-%m-%d %H:%M:%S')).astimezone(timezone(rule['tz'])).date())
    missed = []
    current = []
    for date in due:
        if date[1] < today:
            missed.append(date)
        else:
            current.append(date)
    kept = missed if record.x_catch_up == 'each' else missed[-1:]
    return [due, kept + current, len(missed) - len(kept)]


def open_due(record, now, most):
    # One transaction with what it remembers. Of two at once the later one waits here, and is begun anew by Odoo.
    due, wanted, left_out = find_due(record, now, most)
    values = {'x_retry_at': False, 'x_error': False, 'x_stepped_at': datetime.datetime.now()}
    if due:
        values['x_opened_until'] = due[-1][0]
        values['x_opened_for'] = due[-1][1]
    record.write(values)
    record.flush_recordset()
    # By the hours and holidays of today: they may have changed since it was planned.
    record.modified(['x_opened_until'])
    names = env['ir.model.data'].sudo()
    asked = []
    keys = []
    play = record.x_play_id
    partner = record.x_partner_id
    lang = find_lang(partner)
    for nominal, real in wanted:
        key = 'ticket_%s_%s' % (record.id, nominal.replace('-', ''))
        if names.search([('module', '=', '{{module}}'), ('name', '=', key)], limit=1):
            continue
        day = datetime.datetime.strptime(real, '%Y-%m-%d').date()
        variables = find_customer_variables(partner, lang, day)
        subject = fill(record.with_context(lang=lang).x_name, variables, False, [])
        row = {'x_name': subject, 'x_partner_id': partner.id, 'x_recurrence_id': record.id, 'x_recurrence_date': real}
        if record.x_team_id:
            row['x_team_id'] = record.x_team_id.id
        if record.x_user_id:
            row['x_user_id'] = record.x_user_id.id
        asked.append({'values': row, 'text': False, 'day': day})
        keys.append(key)
    if not asked:
        return 0
    quiet = not record.x_tells_customer
    tickets = env['x_support.ticket'].sudo().with_context(supportdesk_no_mail=quiet, mail_create_nosubscribe=True)
    made = open_tickets(tickets, play, asked, None)
    rows = []
    for ticket, key in zip(made, keys):
        rows.append({'module': '{{module}}', 'name': key, 'model': 'x_support.ticket', 'res_id': ticket.id})
    names.create(rows)
    if quiet:
        # The desk hears of it all the same.
        fire_mail('opened', made, {'x_actor_id': env.user.partner_id.id, 'x_only': 'desk', 'x_key': 'opened-{id}-desk'})
        for ticket in made:
            if ticket.x_user_id:
                fire_mail('assigned', ticket, {'x_actor_id': env.user.partner_id.id})
    if left_out:
        first = made[:1]
        first._message_log_batch(bodies={first.id: say('recurrence.missed', env.company.partner_id.lang, {'count': left_out})})
    return len(made)


asked = env.context.get('{{asked}}')
if asked:
    now = asked['now']
    limit = asked['limit']
    due = model.sudo().search([('x_next_at', '<=', now), '|', ('x_retry_at', '=', False), ('x_retry_at', '<=', now)], order='x_next_at, id', limit=limit)
    opened = 0
    failed = []
    for record in due:
        savepoint = env.cr.savepoint()
        try:
            opened += open_due(record, now, {{most}})
            savepoint.close(rollback=False)
        except Exception as problem:
            savepoint.close(rollback=True)
            if 'serialize' in str(problem):
                raise problem
            # It waits for a person, is tried again in an hour, and holds up nobody.
            later = datetime.datetime.strptime(now, '%Y-%m-%d %H:%M:%S') + datetime.timedelta(hours=1)
            record.write({'x_error': str(problem)[:500], 'x_retry_at': later})
            failed.append('%s: %s' % (record.id, str(problem)[:200]))
    action = {'opened': opened, 'failed': failed, 'more': bool(due) and (len(due) == limit or bool(due.filtered(lambda one: one.x_next_at and not one.x_retry_at and str(one.x_next_at) <= now)))}
