for record in records:
    if record.x_state in ('{{waiting}}', '{{done}}'):
        record.write({'x_state': '{{working}}'})
