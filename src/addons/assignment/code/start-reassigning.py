action = {
    'type': 'ir.actions.act_window',
    'name': say('assignment.reassign', env.user.lang, {}),
    'res_model': 'x_support.reassignment',
    'views': [(env.ref('{{form}}').id, 'form')],
    'target': 'new',
    'context': {'default_x_ticket_ids': [(6, 0, records.ids)], 'default_x_team_id': records.x_team_id.id if len(records.x_team_id) == 1 else False},
}
