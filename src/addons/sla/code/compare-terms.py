{{clock}}


for record in self:
    record['x_is_applied'] = record.x_applied_terms == render_offer(record)
