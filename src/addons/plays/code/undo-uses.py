{{write_alike}}


def find_way_back(use, ticket, left):
    # What the ticket had before, wherever nobody changed it since: first what it is, then how far it is.
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
                left.append(name_field('x_support.ticket', name, env.user.lang))
            elif before == '-':
                back[name] = False
            else:
                back[name] = int(before) if links else before
    way = {}
    for name in ('x_state', 'x_stage_id'):
        if name in back:
            way[name] = back.pop(name)
    tags = [(3, tag.id) for tag in use.x_added_tag_ids & ticket.x_tag_ids] + [(4, tag.id) for tag in use.x_removed_tag_ids - ticket.x_tag_ids]
    if tags:
        back['x_tag_ids'] = tags
    return [back, way]


def undo_uses(uses, left):
    # Uses of as many tickets: back to what these were; what had to stay is put into `left` by each use.
    lang = env.user.lang
    journal = uses.sudo()
    journal.write({'x_undone_at': datetime.datetime.now(), 'x_undone_by_id': env.uid})
    tickets = env['x_support.ticket'].browse(uses.mapped('x_ticket_id').ids).with_context({{undoing}}=True)
    # Together, so that Odoo reads them together.
    by_id = {ticket.id: ticket for ticket in tickets}
    backs = {}
    ways = {}
    for use in uses:
        left[use.id] = []
        number = use.x_ticket_id.id
        backs[number], ways[number] = find_way_back(use, by_id[number], left[use.id])
    write_alike(tickets, backs)
    write_alike(tickets, ways)
    items = env['x_support.checklist.item'].search([('x_use_id', 'in', uses.ids)])
    done = items.filtered('x_is_done')
    stuck = done.mapped('x_use_id').ids
    (items - done).unlink()
    activities = env['mail.activity'].sudo().browse([use.x_activity for use in uses if use.x_activity]).exists()
    found = {activity.id: activity for activity in activities}
    gone = activities.browse()
    notes = journal.x_message_id.browse()
    for use in journal:
        if use.id in stuck:
            left[use.id].append(say('plays.left.items', lang, {}))
        activity = found.get(use.x_activity)
        if activity and activity.res_id == use.x_ticket_id.id:
            gone |= activity
        elif use.x_activity:
            left[use.id].append(say('plays.left.activity', lang, {}))
        if use.x_message_id and use.x_text_as == 'note':
            notes |= use.x_message_id
        elif use.x_message_id:
            left[use.id].append(say('plays.left.sent', lang, {}))
    gone.unlink()
    notes.unlink()
    stays = {}
    for use in journal:
        stays.setdefault(', '.join(left[use.id]), []).append(use.id)
    for words, ids in stays.items():
        journal.browse(ids).write({'x_left': words})
    return []
