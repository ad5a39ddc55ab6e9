uses = env['x_support.play.use'].sudo().search([('x_ticket_id', 'in', records.ids), ('x_undone_at', '=', False), ('x_reopened_at', '=', False)])
uses.write({'x_reopened_at': datetime.datetime.now()})
