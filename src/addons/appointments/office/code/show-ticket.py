action = {'type': 'ir.actions.act_window', 'res_model': 'x_support.ticket', 'res_id': record.x_ticket_id.id, 'views': [(False, 'form')]}
