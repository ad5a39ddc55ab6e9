def find_opening(play, user):
    # What a ticket has that is opened by it. Whoever opens is nobody where nobody sits: then `user` is none.
    values = {'x_tag_ids': [(6, 0, play.x_tag_ids.ids)]}
    if play.x_to_team_id or play.x_team_ids:
        values['x_team_id'] = (play.x_to_team_id or play.x_team_ids[:1]).id
    if play.x_assigns == 'me' and user:
        values['x_user_id'] = user.id
    elif play.x_assigns == 'user' and play.x_to_user_id:
        values['x_user_id'] = play.x_to_user_id.id
    if play.x_to_priority:
        values['x_priority'] = play.x_to_priority
    if 'x_to_category_id' in play._fields and play.x_to_category_id:
        values['x_category_id'] = play.x_to_category_id.id
    if 'x_to_stage_id' in play._fields:
        if play.x_to_stage_id:
            values['x_stage_id'] = play.x_to_stage_id.id
    elif play.x_to_state:
        values['x_state'] = play.x_to_state
    return values


def open_tickets(tickets, play, asked, user):
    # One for each of `asked`, all at once: {'values', 'text' or False for the play's own, 'day' that it is for, or False}.
    base = find_opening(play, user)
    rows = []
    for one in asked:
        values = dict(base)
        values.update(one['values'])
        rows.append(values)
    made = tickets.create(rows)
    played = []
    for ticket in made:
        played.append({
            'x_name': play.x_name,
            'x_play_id': play.id,
            'x_ticket_id': ticket.id,
            'x_user_id': env.uid,
            'x_played_at': datetime.datetime.now(),
            'x_text_as': 'description',
        })
    uses = env['x_support.play.use'].sudo().create(played)
    items = []
    for ticket, use, one in zip(made, uses, asked):
        lang = find_lang(ticket.x_partner_id)
        text = one['text'] or pick_text(play, lang)
        if has_words(text):
            variables = find_variables(ticket, lang, one['day'])
            if not user:
                variables['technician'] = ticket.x_user_id.name or ''
            # Nobody looks at it before: what there is nothing for is an ellipsis.
            gaps = []
            body = fill(unmark(text), variables, True, gaps)
            for key in gaps:
                variables[key] = '…'
            ticket.write({'x_description': fill(unmark(text), variables, True, []) if gaps else body})
        for step in play.x_step_ids:
            items.append({
                'x_ticket_id': ticket.id,
                'x_name': step.with_context(lang=env.user.lang).x_name,
                'x_sequence': step.x_sequence,
                'x_is_required': play.x_asks_checklist,
                'x_step_id': step.id,
                'x_use_id': use.id,
            })
        if play.x_follow_up:
            whose = ticket.x_user_id or user
            if whose:
                due = datetime.date.today() + datetime.timedelta(days=play.x_follow_up_days)
                ticket.activity_schedule('mail.mail_activity_data_todo', date_deadline=due, summary=play.with_context(lang=whose.lang).x_follow_up, user_id=whose.id)
    if items:
        made[:1].x_checklist_ids.browse().create(items)
    return made
