{{clock}}


{{judge}}


begin = datetime.datetime(1970, 1, 1)
is_whole = self.env.context.get('{{all_at_once}}')
waiting = []
for record in self:
    if record != record._origin:
        # A form that is not saved yet.
        record['x_figures_id'] = record._origin.x_figures_id
        continue
    ledger = record.x_sla_ledger or ''
    is_told = ' answered' in ledger or ' done' in ledger
    if is_told or record.x_figures_id or (record.x_rating or '0') != '0' or not ledger and (record.x_closed_at or record.x_last_message_id):
        waiting.append(record)
    else:
        record['x_figures_id'] = False
without = [record.id for record in waiting if not record.x_sla_ledger]
later = []
if len(waiting) > {{limit}} and not is_whole:
    later = waiting
elif len(self) > 1 and without and not is_whole:
    # As an import leaves them, whose messages come later.
    later = [record for record in waiting if not record.x_sla_ledger]
if later:
    without = []
    for record in later:
        record['x_figures_id'] = False
    waiting = [record for record in waiting if record.x_sla_ledger] if len(later) < len(waiting) else []

if waiting:
    known = {}
    said = {}
    machines = []
    if without:
        workers = self.env.ref('{{service}}').users - self.env.ref('{{technicians}}').users
        machines = (self.env.ref('base.partner_root') | workers.mapped('partner_id')).ids
        for message in self.env['mail.message'].sudo().search([('model', '=', 'x_support.ticket'), ('res_id', 'in', without), {{spoken}}], order='date, id'):
            said.setdefault(message.res_id, []).append((int((message.date - begin).total_seconds()), message.author_id))
    calendars = self.env['resource.calendar'].sudo()
    desk = self.env['res.company'].sudo().search([], order='sequence, id', limit=1).resource_calendar_id
    if not desk.attendance_ids:
        desk = calendars.browse()
    found = {}
    for record in waiting:
        facts = [line.split(' ') for line in (record.x_sla_ledger or '').split('\n') if line]
        facts = [fact for fact in facts if fact[1] not in ('due', 'left', 'seen')]
        closed = int((record.x_closed_at - begin).total_seconds()) if record.x_closed_at and record.x_state == '{{done}}' else None
        if not facts:
            opened = record.x_opened_at or record.create_date
            facts = tell_facts(int((opened - begin).total_seconds()), said.get(record.id, []), closed, record.x_partner_id, machines)
        agreed = [fact for fact in facts if fact[1] == 'terms']
        hours = desk
        if agreed and agreed[-1][2] != '0':
            hours = calendars.browse([int(agreed[-1][3])] if int(agreed[-1][3]) else [])
        facts = unfold_visits(facts)
        one = measure(facts, hours, known, find_openings, count_time)
        one['kept'], one['first_kept'] = judge_promises(facts)
        if not (agreed and agreed[-1][2] != '0') and record.x_sla_deadline and closed is not None:
            # No policy promised anything, but there is a date.
            one['kept'] = 6000 if record.x_closed_at <= record.x_sla_deadline else 0
        # An organisation may have added values of its own, which are no stars.
        stars = record.x_rating or ''
        one['rating'] = int(stars) * 60 if stars.isdigit() and stars != '0' else None
        if record.x_merged_into_id:
            # What became of it is the other one's to tell.
            one = {key: 0 if key in ('answers', 'reopenings') else None for key in one}
        found[record.id] = one

    columns = ['first', 'answer', 'solution', 'kept', 'first_kept', 'reopened', 'rating']
    minutes = {}
    for one in found.values():
        for column in columns:
            if one[column] is not None:
                minutes[one[column]] = True
    values = self.env['x_support.measured'].sudo()
    held = {value.x_minutes: value.id for value in values.search([('x_minutes', 'in', list(minutes))])}
    missing = []
    for amount in sorted(minutes):
        if amount not in held:
            missing.append({'x_minutes': amount, 'x_value': amount / 60.0})
    if missing:
        for value in values.create(missing):
            held[value.x_minutes] = value.id
    figures = self.env['x_support.figures'].sudo()
    rows = {row.x_ticket_id.id: row for row in figures.search([('x_ticket_id', 'in', list(found))])}
    new = []
    for record in waiting:
        one = found[record.id]
        given = {'x_answers': one['answers'], 'x_reopenings': one['reopenings']}
        for column in columns:
            given['x_%s_id' % column] = False if one[column] is None else held[one[column]]
        row = rows.get(record.id)
        if row:
            changed = {}
            for name, value in given.items():
                before = row[name].id if name.endswith('_id') else row[name]
                if before != value:
                    changed[name] = value
            if changed:
                row.write(changed)
            record['x_figures_id'] = row
        elif [value for value in given.values() if value]:
            given['x_ticket_id'] = record.id
            new.append(given)
        else:
            record['x_figures_id'] = False
    made = {row.x_ticket_id.id: row for row in figures.create(new)} if new else {}
    for record in waiting:
        if record.id in made:
            record['x_figures_id'] = made[record.id]
