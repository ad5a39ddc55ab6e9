{{names}}


def describe_changes(play, ticket):
    # What it does, a line each; of one ticket beside what stands there now.
    lang = env.user.lang
    played = play.with_context(lang=lang)
    found = []
    if played.x_to_team_id:
        found.append(['x_team_id', ticket.x_team_id.x_name, played.x_to_team_id.x_name])
    if played.x_assigns:
        to = {'me': env.user.name, 'user': played.x_to_user_id.name, 'nobody': '–'}[played.x_assigns]
        found.append(['x_user_id', ticket.x_user_id.name, to])
    if played.x_to_priority:
        now = name_choice('x_support.ticket', 'x_priority', ticket.x_priority, lang) if ticket else ''
        found.append(['x_priority', now, name_choice('x_support.ticket', 'x_priority', played.x_to_priority, lang)])
    if 'x_to_category_id' in play._fields and played.x_to_category_id:
        found.append(['x_category_id', ticket.x_category_id.x_name, played.x_to_category_id.x_name])
    if 'x_to_stage_id' in play._fields:
        if played.x_to_stage_id:
            found.append(['x_stage_id', ticket.x_stage_id.x_name, played.x_to_stage_id.x_name])
    elif played.x_to_state:
        now = name_choice('x_support.ticket', 'x_state', ticket.x_state, lang) if ticket else ''
        found.append(['x_state', now, name_choice('x_support.ticket', 'x_state', played.x_to_state, lang)])
    lines = []
    for name, now, then in found:
        arrow = '%s → ' % escape(now or '–') if ticket and now != then else ''
        lines.append('%s: %s%s' % (escape(name_field('x_support.ticket', name, lang)), arrow, '<b>%s</b>' % escape(then or '–')))
    for key, names in (
        ('plays.does.tags', played.x_tag_ids.mapped('x_name')),
        ('plays.does.untags', played.x_untag_ids.mapped('x_name')),
        ('plays.does.steps', played.x_step_ids.mapped('x_name')),
    ):
        if names:
            lines.append(escape(say(key, lang, {'names': ', '.join(names)})))
    if played.x_follow_up:
        lines.append(escape(say('plays.does.followUp', lang, {'what': played.x_follow_up, 'days': played.x_follow_up_days})))
    return '<ul>%s</ul>' % ''.join(['<li>%s</li>' % line for line in lines]) if lines else False


def show_play(run):
    # What the dialog shows of the play that is chosen.
    play = run.x_play_id
    # A form that is not saved yet has stand-ins for its tickets.
    tickets = run.x_ticket_ids._origin
    shown = {'x_text': False, 'x_preview': False, 'x_changes': False, 'x_gaps': False, 'x_text_as': False}
    if not play:
        return shown
    ticket = tickets[:1]
    partner = ticket.x_partner_id or run.x_partner_id
    lang = find_lang(partner)
    text = pick_text(play, lang)
    values = find_variables(ticket, lang, False) if ticket else find_customer_variables(partner, lang, False)
    gaps = []
    filled = False
    if has_words(text):
        shown['x_text_as'] = play.x_text_as
        filled = mark(fill(text, values, True, gaps), gaps)
    if len(tickets) > 1:
        # What may be changed for all of them keeps its names; below stands what the first of them gets.
        shown['x_text'] = pick_text(play, env.user.lang)
        shown['x_preview'] = filled
    else:
        shown['x_text'] = filled
    if not ticket:
        shown['x_subject'] = fill(play.with_context(lang=lang).x_subject, values, False, [])
    shown['x_gaps'] = name_gaps(gaps) or False
    shown['x_changes'] = describe_changes(play, ticket if len(tickets) == 1 else ticket.browse())
    return shown


def show_dialog(run, form, title):
    return {
        'type': 'ir.actions.act_window',
        'name': title,
        'res_model': run._name,
        'res_id': run.id,
        'views': [(env.ref(form).id, 'form')],
        'target': 'new',
    }
