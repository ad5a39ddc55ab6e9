{{find_rule}}


rules = self.env['x_support.closing_rule'].sudo().search([])
for record in self:
    moment = False
    changes = [line for line in (record.x_life or '').split('\n') if line]
    # Closed here, by a person, for somebody who may care: not by an import, not what a machine had opened.
    if record.x_state == '{{done}}' and record.x_closed_at and changes and changes[-1].endswith(' {{done}}') and not record.x_rating_ask:
        rule = find_rule(record.x_team_id, rules)
        is_rated = record.x_rating and record.x_rating != '0'
        is_theirs = record.x_partner_id and record.x_active and not record.x_merged_into_id and not record.x_is_automatic
        if rule.x_rating_share > 0 and rule.x_rating_since and record.x_closed_at >= rule.x_rating_since and is_theirs and not is_rated and ({{rates}}):
            moment = record.x_closed_at + datetime.timedelta(hours=rule.x_rating_delay)
    record['x_rating_due_at'] = moment
