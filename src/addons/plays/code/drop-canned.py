records.sudo().mapped('x_canned_id').unlink()
