{{words}}


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
        stage = play.x_to_stage_id
        if stage and stage != ticket.x_stage_id:
            team = play.x_to_team_id or ticket.x_team_id
            if stage.x_team_ids and team not in stage.x_team_ids:
                raise UserError(say('plays.refused.stage', env.user.lang, {'stage': stage.x_name}))
            way['x_stage_id'] = stage.id
    elif play.x_to_state and play.x_to_state != ticket.x_state:
        way['x_state'] = play.x_to_state
    return [values, way]


def name_gaps(gaps):
    names = []
    for key in gaps:
        name = say('plays.variable.%s' % key, env.user.lang, {})
        if name not in names:
            names.append(name)
    return ', '.join(names)


def add_steps(ticket, play, use):
    # What stands on its list already is not put there twice.
    items = []
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


def play_ticket(ticket, play, own, run):
    # All of it or, where anything is refused, nothing: whoever calls takes it back. As whoever plays it, with their rights.
    lang = env.user.lang
    if ticket.x_merged_into_id:
        raise UserError(say('plays.refused.merged', lang, {}))
    if play.x_team_ids and ticket.x_team_id not in play.x_team_ids:
        raise UserError(say('plays.refused.team', lang, {'team': ticket.x_team_id.x_name or '-'}))
    kept = find_kept()
    before = look_at(ticket, kept)
    values, way = find_values(ticket, play)
    partner = ticket.x_partner_id
    customer_lang = find_lang(partner)
    text = unmark(own if own else pick_text(play, customer_lang))
    speaks = has_words(text)
    is_answer = speaks and play.x_text_as == 'answer'
    if is_answer and not partner:
        raise UserError(say('plays.refused.nobody', lang, {}))
    if values:
        ticket.write(values)
    added = play.x_tag_ids - ticket.x_tag_ids
    removed = play.x_untag_ids & ticket.x_tag_ids
    if added or removed:
        ticket.write({'x_tag_ids': [(4, tag.id) for tag in added] + [(3, tag.id) for tag in removed]})
    use = env['x_support.play.use'].sudo().create({
        'x_name': play.x_name,
        'x_play_id': play.id,
        'x_ticket_id': ticket.id,
        'x_run_id': run.id,
        'x_user_id': env.uid,
        'x_played_at': datetime.datetime.now(),
        'x_added_tag_ids': [(6, 0, added.ids)],
        'x_removed_tag_ids': [(6, 0, removed.ids)],
        'x_text_as': play.x_text_as if speaks else False,
    })
    add_steps(ticket, play, use)
    if way:
        # The answer tells the customer; a second mail that it waits or is solved would say no more.
        ticket.with_context(supportdesk_no_mail=is_answer).write(way)
    activity = add_follow_up(ticket, play)
    message = env['mail.message']
    if speaks:
        gaps = []
        body = fill(text, find_variables(ticket, customer_lang, False), True, gaps)
        if gaps:
            raise UserError(say('plays.refused.gaps', lang, {'names': name_gaps(gaps)}))
        message = ticket.message_post(
            body=body,
            body_is_html=True,
            message_type='comment',
            subtype_xmlid='mail.mt_comment' if is_answer else 'mail.mt_note',
        )
    after = look_at(ticket, kept)
    changes = []
    for name in kept:
        if before[name] != after[name]:
            changes.append('%s %s %s' % (name, before[name], after[name]))
    use.write({'x_changes': '\n'.join(changes), 'x_activity': activity, 'x_message_id': message.id})
    return use
