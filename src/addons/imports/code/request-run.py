runs = env['x_support.import_run'].sudo()
for source in {{sources}}:
    if source.x_run_state == 'requested':
        run = runs.browse(source.x_run_id.id)
        run.write({'x_mode': '{{mode}}'})
    else:
        run = runs.create({
            'x_source_id': source.id,
            'x_mode': '{{mode}}',
            'x_trigger': 'button',
            'x_user_id': env.uid,
            'x_state': 'requested',
            'x_requested_at': datetime.datetime.now(),
        })
        source.write({'x_run_id': run.id})
    action = {
        'type': 'ir.actions.act_window',
        'name': run.x_name,
        'res_model': 'x_support.import_run',
        'res_id': run.id,
        'views': [(False, 'form')],
    }
