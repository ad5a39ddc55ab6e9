records.filtered(lambda ticket: ticket.x_state == '{{waiting}}').write({'x_closing_is_held': True})
