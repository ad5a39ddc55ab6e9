# Emptied: Odoo finds one for the status, where there is one.
homeless = records.filtered(lambda ticket: not ticket.x_stage_id)
homeless.modified(['x_state'])
placed = records - homeless
for meaning in set(placed.mapped('x_stage_id.x_meaning')):
    placed.filtered(lambda ticket: ticket.x_stage_id.x_meaning == meaning).write({'x_state': meaning})
