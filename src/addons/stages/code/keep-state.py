for record in records:
    meaning = record.x_stage_id.x_meaning
    if record.x_state != meaning:
        record.write({'x_state': meaning})
