run = env['{{run}}'].create({{values}})
action = {
    'type': 'ir.actions.act_window',
    'name': say('plays.open', env.user.lang, {}),
    'res_model': run._name,
    'res_id': run.id,
    'views': [(env.ref('{{form}}').id, 'form')],
    'target': 'new',
}
