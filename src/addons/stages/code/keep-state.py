for record in records:
    if record.x_stage_id:
        record.write({'x_state': record.x_stage_id.x_meaning})
    else:
        # Emptied: Odoo finds one for the status, where there is one.
        record.modified(['x_state'])
