tickets = env['x_support.ticket'].with_context(active_test=False)
for record in records:
    tickets.search([('x_stage_id', '=', record.id), ('x_state', '!=', record.x_meaning)]).write({'x_state': record.x_meaning})
    # Tickets of a status that had no stage: all of them at once, where the help desk had none before. That is no change
    # of theirs, so nothing is noted, sent or dated.
    for stage in model.search([('x_meaning', '=', record.x_meaning)]):
        of_teams = [('x_team_id', 'in', stage.x_team_ids.ids)] if stage.x_team_ids else []
        homeless = tickets.search([('x_stage_id', '=', False), ('x_state', '=', stage.x_meaning)] + of_teams)
        homeless._write_multi([
            {'x_stage_id': stage.id, 'write_uid': ticket.write_uid.id, 'write_date': ticket.write_date}
            for ticket in homeless
        ])
        homeless.invalidate_recordset(['x_stage_id'])
