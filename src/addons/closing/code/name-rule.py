for record in self:
    record['x_name'] = record.x_team_id.x_name
    if not record.x_team_id:
        record['x_name'] = record.env.ref('__supportdesk__.action_closing_say_rest').sudo().run()['words']
