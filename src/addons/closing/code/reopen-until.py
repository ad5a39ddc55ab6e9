{{find_rule}}


rules = self.env['x_support.closing_rule'].sudo().search([])
for record in self:
    rule = find_rule(record.x_team_id, rules)
    is_limited = record.x_state == '{{done}}' and record.x_closed_at and rule.x_reopen_days > 0
    record['x_reopen_until'] = record.x_closed_at + datetime.timedelta(days=rule.x_reopen_days) if is_limited else False
