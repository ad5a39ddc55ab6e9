for meaning in set(records.mapped('x_stage_id.x_meaning')):
    records.filtered(lambda ticket: ticket.x_stage_id.x_meaning == meaning).write({'x_state': meaning})
# Emptied: Odoo finds one for the status, where there is one.
records.filtered(lambda ticket: not ticket.x_stage_id).modified(['x_state'])
