# Where it comes to an end: solved in the first stage that ends a ticket, closed in the last, be that the same.
stages = env['x_support.stage'].sudo().search([('x_meaning', '=', '{{done}}'), ('x_ends_unasked', '=', False)])
asking = env.context.get('{{asking}}')
is_closed = asking == 'close' or not asking and {{closes}}
action = False
for record in records:
    ends = stages.filtered_domain(['|', ('x_team_ids', '=', False), ('x_team_ids', 'in', record.x_team_id.ids)])
    end = ends[-1:] if is_closed else ends[:1]
    solution = record.x_solution
    is_solved = bool(solution and ('<img' in solution or solution.striptags().strip()))
    is_missing = end.x_asks == 'solution' and not is_solved or end.x_asks == 'reason' and not (record.x_close_reason or '').strip()
    if len(records) == 1 and not asking and ({{asks}} or is_missing):
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
        record.write({'x_stage_id': end.id} if end else {'x_state': '{{done}}'})
        action = {'type': 'ir.actions.act_window_close'} if asking else False
