for run in records:
    run.x_user_id.partner_id._bus_send('simple_notification', {
        'title': run.x_name,
        'message': (run.x_log or '').split('\n')[0],
        'type': 'success' if run.x_state == 'done' else 'danger',
    })
