chosen = records or model
if len(chosen) > {{most}}:
    raise UserError(say('plays.tooMany', env.user.lang, {'most': {{most}}}))
run = env['{{run}}'].create({
    'x_ticket_ids': [(6, 0, chosen.ids)],
    'x_ticket_count': len(chosen),
    'x_team_ids': [(6, 0, chosen.mapped('x_team_id').ids)],
})
action = {
    'type': 'ir.actions.act_window',
    'name': say('plays.play', env.user.lang, {}),
    'res_model': run._name,
    'res_id': run.id,
    'views': [(env.ref('{{form}}').id, 'form')],
    'target': 'new',
}
