def undo_use(use):
    # Back to what it was, wherever nobody changed it since; answers what had to stay.
    lang = env.user.lang
    ticket = env['x_support.ticket'].browse(use.x_ticket_id.id)
    journal = use.sudo()
    left = []
    journal.write({'x_undone_at': datetime.datetime.now(), 'x_undone_by_id': env.uid})
    back = {}
    for line in (use.x_changes or '').split('\n'):
        if line:
            name, before, after = line.split(' ')
            links = name not in ('x_priority', 'x_state')
            value = ticket[name]
            now = (str(value.id) if value else '-') if links else (value or '-')
            if now == before:
                continue
            if now != after:
                left.append(name_field('x_support.ticket', name, lang))
            elif before == '-':
                back[name] = False
            else:
                back[name] = int(before) if links else before
    undoing = ticket.with_context({{undoing}}=True)
    way = {}
    for name in ('x_state', 'x_stage_id'):
        if name in back:
            way[name] = back.pop(name)
    if back:
        undoing.write(back)
    if way:
        undoing.write(way)
    tags = [(3, tag.id) for tag in use.x_added_tag_ids & ticket.x_tag_ids] + [(4, tag.id) for tag in use.x_removed_tag_ids - ticket.x_tag_ids]
    if tags:
        undoing.write({'x_tag_ids': tags})
    items = env['x_support.checklist.item'].search([('x_use_id', '=', use.id)])
    done = items.filtered('x_is_done')
    if done:
        left.append(say('plays.left.items', lang, {}))
    (items - done).unlink()
    if use.x_activity:
        activity = env['mail.activity'].sudo().browse(use.x_activity).exists()
        if activity and activity.res_id == ticket.id:
            activity.unlink()
        else:
            left.append(say('plays.left.activity', lang, {}))
    if use.x_message_id:
        if use.x_text_as == 'note':
            journal.x_message_id.unlink()
        else:
            left.append(say('plays.left.sent', lang, {}))
    journal.write({'x_left': ', '.join(left)})
    return left
