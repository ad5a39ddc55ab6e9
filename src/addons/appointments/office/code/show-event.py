action = {'type': 'ir.actions.act_window', 'res_model': 'calendar.event', 'res_id': record.x_event_id.id, 'views': [(False, 'form')]}
