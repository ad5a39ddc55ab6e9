{{words}}


{{write_alike}}


def find_kept():
    # What a play may change, and so what taking it back looks at; stages and categories where there are any.
    return [name for name in ('x_team_id', 'x_user_id', 'x_priority', 'x_category_id', 'x_state', 'x_stage_id') if name in env['x_support.ticket']._fields]


def look_at(ticket, kept):
    # A word a field: an id, a value, or - where there is none.
    seen = {}
    for name in kept:
        value = ticket[name]
        if name in ('x_priority', 'x_state'):
            seen[name] = value or '-'
        else:
            seen[name] = str(value.id) if value else '-'
    return seen


def find_values(ticket, play):
    # What the play writes: first what a ticket is, then how far it is, so that a stage that asks sees the rest.
    values = {}
    if play.x_to_team_id and play.x_to_team_id != ticket.x_team_id:
        values['x_team_id'] = play.x_to_team_id.id
    if play.x_assigns == 'me':
        values['x_user_id'] = env.uid
    elif play.x_assigns == 'user' and play.x_to_user_id:
        values['x_user_id'] = play.x_to_user_id.id
    elif play.x_assigns == 'nobody':
        values['x_user_id'] = False
    if play.x_to_priority and play.x_to_priority != ticket.x_priority:
        values['x_priority'] = play.x_to_priority
    if 'x_to_category_id' in play._fields and play.x_to_category_id:
        values['x_category_id'] = play.x_to_category_id.id
    way = {}
    if 'x_to_stage_id' in play._fields:
        if play.x_to_stage_id and play.x_to_stage_id != ticket.x_stage_id:
            # Both at once: one that follows the other costs Odoo three times as much.
            way = {'x_stage_id': play.x_to_stage_id.id, 'x_state': play.x_to_stage_id.x_meaning}
    elif play.x_to_state and play.x_to_state != ticket.x_state:
        way['x_state'] = play.x_to_state
    return [values, way]


def find_refusal(ticket, play, speaks):
    # What speaks against it before anything is done.
    lang = env.user.lang
    if ticket.x_merged_into_id:
        return say('plays.refused.merged', lang, {})
    if play.x_team_ids and ticket.x_team_id not in play.x_team_ids:
        return say('plays.refused.team', lang, {'team': ticket.x_team_id.x_name or '-'})
    if 'x_to_stage_id' in play._fields:
        stage = play.x_to_stage_id
        if stage.x_team_ids and (play.x_to_team_id or ticket.x_team_id) not in stage.x_team_ids:
            return say('plays.refused.stage', lang, {'stage': stage.x_name})
    if speaks and play.x_text_as == 'answer' and not ticket.x_partner_id:
        return say('plays.refused.nobody', lang, {})
    return False


def name_gaps(gaps):
    names = []
    for key in gaps:
        name = say('plays.variable.%s' % key, env.user.lang, {})
        if name not in names:
            names.append(name)
    return ', '.join(names)


def create_uses(tickets, play, run, text_as):
    rows = []
    for ticket in tickets:
        rows.append({
            'x_name': play.x_name,
            'x_play_id': play.id,
            'x_ticket_id': ticket.id,
            'x_run_id': run.id,
            'x_user_id': env.uid,
            'x_played_at': datetime.datetime.now(),
            'x_added_tag_ids': [(6, 0, (play.x_tag_ids - ticket.x_tag_ids).ids)],
            'x_removed_tag_ids': [(6, 0, (play.x_untag_ids & ticket.x_tag_ids).ids)],
            'x_text_as': text_as,
        })
    return env['x_support.play.use'].sudo().create(rows)


def add_steps(tickets, play, uses):
    # What stands on a list already is not put there twice.
    items = []
    for ticket, use in zip(tickets, uses):
        for step in play.x_step_ids - ticket.x_checklist_ids.mapped('x_step_id'):
            items.append({
                'x_ticket_id': ticket.id,
                'x_name': step.with_context(lang=env.user.lang).x_name,
                'x_sequence': step.x_sequence,
                'x_is_required': play.x_asks_checklist,
                'x_step_id': step.id,
                'x_use_id': use.id,
            })
    if items:
        env['x_support.checklist.item'].create(items)


def add_follow_up(ticket, play):
    if not play.x_follow_up:
        return 0
    due = datetime.date.today() + datetime.timedelta(days=play.x_follow_up_days)
    user = ticket.x_user_id or env.user
    activity = ticket.activity_schedule('mail.mail_activity_data_todo', date_deadline=due, summary=play.with_context(lang=user.lang).x_follow_up, user_id=user.id)
    return activity.id


def say_text(ticket, play, text, later):
    lang = find_lang(ticket.x_partner_id)
    gaps = []
    body = fill(text, find_variables(ticket, lang, False), True, gaps)
    if gaps:
        raise UserError(say('plays.refused.gaps', env.user.lang, {'names': name_gaps(gaps)}))
    is_answer = play.x_text_as == 'answer'
    return ticket.message_post(
        body=body,
        body_is_html=True,
        message_type='comment',
        subtype_xmlid='mail.mt_comment' if is_answer else 'mail.mt_note',
        # Odoo writes a mail for each, which takes long: of many it does so behind our back.
        scheduled_date=later if is_answer else False,
    )


def play_tickets(asked, play, own, run, later):
    # On all of them; answers those that it is not for: [ticket, why]. Whatever else refuses one is raised, and whoever calls
    # takes all back. As whoever plays it, with their rights.
    kept = find_kept()
    refused = []
    texts = {}
    ids = []
    for ticket in asked:
        text = unmark(own if own else pick_text(play, find_lang(ticket.x_partner_id)))
        texts[ticket.id] = text if has_words(text) else ''
        why = find_refusal(ticket, play, bool(texts[ticket.id]))
        if why:
            refused.append([ticket.id, why])
        else:
            ids.append(ticket.id)
    tickets = asked.browse(ids)
    speaks = False
    for number in ids:
        speaks = speaks or bool(texts[number])
    before = {}
    values = {}
    ways = {}
    for ticket in tickets:
        before[ticket.id] = look_at(ticket, kept)
        values[ticket.id], ways[ticket.id] = find_values(ticket, play)
    uses = create_uses(tickets, play, run, play.x_text_as if speaks else False)
    add_steps(tickets, play, uses)
    tags = [(4, tag.id) for tag in play.x_tag_ids] + [(3, tag.id) for tag in play.x_untag_ids]
    if tags:
        for number in ids:
            values[number]['x_tag_ids'] = tags
    write_alike(tickets, values)
    # The answer tells the customer; a second mail that it waits or is solved would say no more.
    is_answer = speaks and play.x_text_as == 'answer'
    write_alike(tickets.with_context(supportdesk_no_mail=is_answer), ways)
    for ticket, use in zip(tickets, uses):
        activity = add_follow_up(ticket, play)
        message = say_text(ticket, play, texts[ticket.id], later).id if texts[ticket.id] else False
        use.write({'x_activity': activity, 'x_message_id': message})
    for ticket, use in zip(tickets, uses):
        after = look_at(ticket, kept)
        changes = []
        for name in kept:
            if before[ticket.id][name] != after[name]:
                changes.append('%s %s %s' % (name, before[ticket.id][name], after[name]))
        if changes:
            use.write({'x_changes': '\n'.join(changes)})
    return refused
