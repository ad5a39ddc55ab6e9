for record in records:
    record.write({'x_team_id': record.x_category_id.x_team_id.id})
