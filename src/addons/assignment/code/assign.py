{{roster}}


{{choose}}


# Tickets of one team that nobody has, all at once: a write for each member, and one for all notes.
tickets = records.filtered(lambda ticket: not ticket.x_user_id and ticket.x_state != '{{done}}').sorted('id')
team = tickets[:1].x_team_id
left = {ticket_id: user_id for ticket_id, user_id in env.context.get('{{left}}') or []}
now = datetime.datetime.now()
soon = now + datetime.timedelta(minutes=1)
roster = read_roster(team, now, soon)
# Odoo's own word on who has time off today, where that is kept.
if 'is_absent' in env['res.users']._fields:
    absent = team.x_member_ids.filtered('is_absent').ids
    for member in roster:
        member['leaves'] += [(now.timestamp(), soon.timestamp())] if member['id'] in absent else []
ids = [member['id'] for member in roster]
load = {user_id: 0 for user_id in ids}
for user, count in model._read_group([('x_user_id', 'in', ids), ('x_state', '!=', '{{done}}')], ['x_user_id'], ['__count']):
    load[user.id] = count
usual = find_usual(tickets, ids, now - datetime.timedelta(days={{usual}})) if team.x_assign_by == 'customer' else {}
sequence = team.x_assign_turn_id
# Without one the tickets' own numbers take turns.
counted = {'turns': tickets[:1].id or 0}
orders = {}
taken = {}
notes = {}
lang = env.company.partner_id.lang
for ticket in tickets:
    member, rule, score = choose(ticket, now)
    if not member and not roster:
        continue
    values = {'score': score, 'team': team.x_name}
    why = say('assignment.by.' + rule, lang, values)
    if not member:
        notes[ticket.id] = why
        continue
    open_tickets = load.get(member['id'], 0)
    values = {'name': member['name'], 'why': why, 'count': open_tickets, 'cap': member['cap']}
    key = 'assignment.note.cap' if member['cap'] else 'assignment.note'
    if rule in ('leader', 'anyone'):
        key = 'assignment.note.bare'
    notes[ticket.id] = say(key, lang, values)
    load[member['id']] = open_tickets + 1
    taken[member['id']] = taken.get(member['id'], []) + [ticket.id]
# The note says more than Odoo's own line on the change would.
for user_id, ticket_ids in taken.items():
    model.browse(ticket_ids).with_context(mail_notrack=True).write({'x_user_id': user_id})
if notes:
    author = env.ref('base.partner_root')
    model.browse(list(notes.keys()))._message_log_batch(bodies=notes, author_id=author.id, email_from=author.email)
