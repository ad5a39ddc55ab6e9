# As whoever hands them over: Odoo says whether they may.
lang = env.company.partner_id.lang
for record in records:
    if not record.x_user_id and not record.x_team_id:
        raise UserError(say('assignment.reassign.whom', env.user.lang, {}))
    tickets = record.x_ticket_ids
    to = record.x_user_id.name or record.x_team_id.x_name
    left = []
    notes = {}
    for ticket in tickets:
        values = {'who': env.user.name, 'from': ticket.x_user_id.name or '–', 'to': to, 'reason': record.x_name}
        notes[ticket.id] = say('assignment.reassigned', lang, values)
        left.append([ticket.id, ticket.x_user_id.id])
    changes = {'x_user_id': record.x_user_id.id}
    if record.x_team_id:
        changes['x_team_id'] = record.x_team_id.id
    tickets._message_log_batch(bodies=notes)
    tickets.with_context({{left}}=left).write(changes)
    # A team without a person: whoever is next there. Odoo gives a ticket that comes to another team away by itself.
    still = tickets.filtered(lambda ticket: not ticket.x_user_id and ticket.x_team_id.x_assign_by not in (False, 'manual'))
    if still:
        env.ref('{{action}}').sudo().with_context({{left}}=left, active_model='x_support.ticket', active_id=still[0].id, active_ids=still.ids).run()
action = {'type': 'ir.actions.act_window_close'}
