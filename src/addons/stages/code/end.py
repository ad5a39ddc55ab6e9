{{try_together}}


# Where it comes to an end: solved in the first stage that ends a ticket, closed in the last, be that the same.
stages = env['x_support.stage'].sudo().search([('x_meaning', '=', '{{done}}'), ('x_ends_unasked', '=', False)])
asking = env.context.get('{{asking}}')
is_closed = asking == 'close' or not asking and {{closes}}


def find_end(ticket):
    ends = stages.filtered_domain(['|', ('x_team_ids', '=', False), ('x_team_ids', 'in', ticket.x_team_id.ids)])
    return ends[-1:] if is_closed else ends[:1]


def end_all(ids):
    groups = {}
    for ticket in records.browse(ids):
        groups.setdefault(find_end(ticket).id, []).append(ticket.id)
    for end, numbers in groups.items():
        records.browse(numbers).write({'x_stage_id': end} if end else {'x_state': '{{done}}'})
    return []


action = False
if len(records) == 1:
    end = find_end(record)
    solution = record.x_solution
    is_solved = bool(solution and ('<img' in solution or solution.striptags().strip()))
    is_missing = end.x_asks == 'solution' and not is_solved or end.x_asks == 'reason' and not (record.x_close_reason or '').strip()
    if not asking and ({{asks}} or is_missing):
        says = 'stages.close' if is_closed else 'stages.solve'
        action = {
            'type': 'ir.actions.act_window',
            'name': say(says, env.user.lang, {'ticket': record.x_ticket_ref or record.x_name}),
            'res_model': record._name,
            'res_id': record.id,
            'views': [(env.ref('{{form}}').id, 'form')],
            'target': 'new',
            'context': {'{{asking}}': 'close' if is_closed else 'solve', '{{asked}}': end.x_asks},
        }
    else:
        end_all(record.ids)
        action = {'type': 'ir.actions.act_window_close'} if asking else False
elif records:
    # Many, as from the list: what a stage asks of one of them keeps the others from nothing.
    done = []
    refused = []
    for place in range(0, len(records), {{chunk}}):
        try_together(records.ids[place:place + {{chunk}}], end_all, done, refused)
    if refused:
        lang = env.user.lang
        links = []
        lines = []
        for number, why in refused[:{{most}}]:
            ticket = records.browse(number)
            links.append({'label': ticket.x_ticket_ref or ticket.x_name, 'url': '/odoo/support-tickets/%s' % number})
            # The client puts the links in place of these.
            lines.append('%s' + ': ' + why.replace('%s', '% s'))
        if len(refused) > {{most}}:
            lines.append(say('stages.more', lang, {'count': len(refused) - {{most}}}))
        says = 'stages.closedOf' if is_closed else 'stages.solvedOf'
        action = {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'type': 'warning',
                'title': say(says, lang, {'count': len(done), 'all': len(records)}),
                'message': ' · '.join(lines),
                'links': links,
                'sticky': True,
                'next': {'type': 'ir.actions.act_window_close'},
            },
        }
