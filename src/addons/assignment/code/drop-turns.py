records.x_assign_turn_id.sudo().unlink()
