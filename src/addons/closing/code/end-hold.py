records.write({'x_closing_is_held': False})
