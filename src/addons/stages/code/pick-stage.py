stages = self.env['x_support.stage'].sudo().search([])
first = {}
for record in self:
    stage = record.x_stage_id
    # Where people put a ticket it stays, as long as that means what the ticket's status says and is its team's.
    if stage.x_meaning != record.x_state or (stage.x_team_ids and record.x_team_id not in stage.x_team_ids):
        key = (record.x_state, record.x_team_id)
        if key not in first:
            first[key] = stages.filtered_domain([
                ('x_meaning', '=', record.x_state),
                '|', ('x_team_ids', '=', False), ('x_team_ids', 'in', record.x_team_id.ids),
            ])[:1]
        stage = first[key]
    record['x_stage_id'] = stage
